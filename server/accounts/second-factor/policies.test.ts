import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newCompany, newOperator, testPassword, tokenIn } from '../../../tools/test/accounts.ts';
import { authenticator } from '../../../tools/test/authenticator.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { newMember } from '../../../tools/test/members.ts';
import { person, type Person } from '../../../tools/test/person.ts';
import { addPasskey, codeOf, setUpApp } from '../../../tools/test/second-factor.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../../../tools/test/sixth-site.ts';
import { daysMs } from '../../kernel/clock.ts';
import { retention } from '../../operations/retention.ts';

const off = 'switches';
const demanding = 'locks';
const appsOnly = 'timers';
const long = 'steam over the green hills';
const short = 'Hills-9x';

let server: TestServer;

const siteWith = (secondFactor: string) => (folder: string) =>
  writeSixthSite(folder, `accounts: { secondFactor: ${secondFactor} }\n`);

beforeAll(async () => {
  server = await startTestServer({
    moreSites: {
      [sixthSite]: writeSixthSite,
      [off]: siteWith('{ use: off }'),
      [demanding]: siteWith('{ demandedOf: [{ organization: customer, roles: [owner] }], passkeyLogin: false }'),
      [appsOnly]: siteWith('{ methods: [totp] }'),
    },
  });
});
afterAll(() => server.close());

let people = 0;

/** Somebody of a site with the default rules for passwords, logged in. */
async function newPerson(site: string, password = long) {
  people += 1;
  const mail = `factor${people}@example.jp`;
  const userId = await newMember(server, { site, loginId: mail, mail, password });
  const someone = person(server.url, site);
  const logIn = (typed = password) => someone.call('POST', '/session', { loginId: mail, password: typed });
  const entered = await logIn();
  expect(entered.status).toBe(200);
  return { someone, mail, userId, logIn, session: entered.body };
}

const change = (someone: Person, to: string, from = long) =>
  someone.call('POST', '/session/password', { password: from, newPassword: to });

describe('P-16 what a site says about second factors', () => {
  test('P-16 off: nothing can be set up, and none is asked for', async () => {
    const { someone } = await newPerson(off);
    expect((await someone.call('GET', '')).body.secondFactor).toEqual({ methods: [], passkeyLogin: false });
    const refused = { status: 403, body: { type: '/problems/accounts/second-factor-not-offered' } };
    for (const path of ['totp/setup', 'passkeys/options'])
      expect(await someone.call('POST', `/account/second-factor/${path}`, { password: long })).toMatchObject(refused);
    expect(await someone.call('POST', '/session/passkey/options')).toMatchObject(refused);
  });

  test('P-16 apps only: no passkeys', async () => {
    const { someone } = await newPerson(appsOnly);
    expect((await someone.call('GET', '')).body.secondFactor).toEqual({ methods: ['totp'], passkeyLogin: false });
    const asked = await someone.call('POST', '/account/second-factor/passkeys/options', { password: long });
    expect(asked.status).toBe(403);
    await setUpApp(server, someone, long);
  });

  test('P-16 demanded: nothing else opens before one is set up, and the last cannot be removed', async () => {
    const { someone, session } = await newPerson(demanding);
    expect(session).toMatchObject({ owed: ['second-factor'], secondFactor: false });
    const held = { status: 403, body: { type: '/problems/platform/step-owed', params: { step: 'second-factor' } } };
    expect(await someone.call('GET', '/account')).toMatchObject(held);
    expect((await someone.call('GET', '/account/second-factor')).body).toMatchObject({ demanded: true });
    const key = authenticator(new URL(server.url).origin);
    await addPasskey(someone, key, long);
    expect((await someone.call('GET', '/session')).body).toMatchObject({ owed: [], secondFactor: true });
    expect((await someone.call('GET', '/account')).status).toBe(200);
    const { body } = await someone.call('GET', '/account/second-factor');
    const path = `/account/second-factor/passkeys/${(body.passkeys as { id: string }[])[0]?.id}/removal`;
    expect(await someone.call('POST', path, { password: long })).toMatchObject({
      status: 422,
      body: { type: '/problems/accounts/second-factor-demanded' },
    });
    // Passkeys do not log in by themselves here.
    const options = (await someone.call('POST', '/session/passkey/options')).body.options;
    expect(options).toBeUndefined();
    await setUpApp(server, someone, long);
    expect((await someone.call('POST', path, { password: long })).status).toBe(204);
  });
});

describe('P-12 P-16 a password beside a second factor', () => {
  test('P-12 may have 8 characters; without one it needs 15, and the factor stays until it has', async () => {
    const { someone, logIn } = await newPerson(sixthSite);
    const refusal = await change(someone, short);
    expect(refusal.body.errors).toContainEqual(
      expect.objectContaining({ code: 'accounts/password-length', params: { min: 15, max: 128 } }),
    );
    const { secret } = await setUpApp(server, someone, long);
    expect((await change(someone, 'Hills-9')).body.errors).toContainEqual(
      expect.objectContaining({ code: 'accounts/password-length', params: { min: 8, max: 128 } }),
    );
    expect((await change(someone, short)).status).toBe(200);
    expect(await logIn(short)).toMatchObject({ body: { type: '/problems/accounts/second-factor-needed' } });
    const entered = await someone.call('POST', '/session/second-step', { kind: 'totp', code: codeOf(server, secret) });
    expect(entered.status).toBe(200);
    const remove = (password: string) => someone.call('POST', '/account/second-factor/totp/removal', { password });
    expect(await remove(short)).toMatchObject({
      status: 422,
      body: { type: '/problems/accounts/password-short-alone', params: { min: 15 } },
    });
    expect((await change(someone, long, short)).status).toBe(200);
    expect((await remove(long)).status).toBe(204);
    expect((await logIn(long)).status).toBe(200);
  });
});

describe('P-16 an operator helps who lost everything', () => {
  test('P-16 with a reason, which stands in the mail; all sessions end, the password alone opens again', async () => {
    const company = await newCompany(server);
    await setUpApp(server, company);
    const operator = await newOperator(server);
    const { user } = (await company.call('GET', '/session')).body as { user: { id: string } };
    const path = `${operator.path}/accounts/${user.id}/second-factor`;
    expect((await operator.call('GET', path)).body).toEqual({ methods: ['totp'], recoveryCodesLeft: 10 });
    expect((await operator.call('POST', `${path}/removal`, { reason: ' ' })).status).toBe(422);
    expect((await company.call('GET', path.replace(operator.organization, company.organization))).status).toBe(403);
    const reason = '端末の紛失（電話で確認）';
    const events = await eventsCausedBy(server.app, async () =>
      expect((await operator.call('POST', `${path}/removal`, { reason })).status).toBe(204),
    );
    expect(events).toEqual(['second-factor.off']);
    const mail = await server.mail.waitFor((one) => one.text.includes(reason));
    expect(mail.text).toContain(company.loginId);
    expect((await company.call('GET', '/session')).status).toBe(401);
    const { loginId } = company;
    expect((await company.call('POST', '/session', { loginId, password: testPassword })).status).toBe(200);
    expect(await operator.call('POST', `${path}/removal`, { reason })).toMatchObject({
      status: 422,
      body: { type: '/problems/accounts/second-factor-missing' },
    });
  });

  test('P-16 where a shorter password was allowed it ends as well, and the mail brings a link for a new one', async () => {
    const { someone, mail, userId, logIn } = await newPerson(sixthSite);
    await setUpApp(server, someone, long);
    const operator = await newOperator(server, sixthSite);
    const path = `${operator.path}/accounts/usr_${userId}/second-factor/removal`;
    expect((await operator.call('POST', path, { reason: '紛失' })).status).toBe(204);
    expect((await logIn()).status).toBe(401);
    const { text } = await server.mail.waitFor((one) => one.to === mail && one.text.includes('set-password#'));
    const token = tokenIn(text);
    expect((await someone.call('POST', '/password-links/check', { token })).body).toMatchObject({
      secondFactor: false,
    });
    expect((await someone.call('POST', '/passwords', { token, password: short })).status).toBe(422);
    expect((await someone.call('POST', '/passwords', { token, password: `${long} again` })).status).toBe(204);
    server.clock.move(2_000);
    expect((await logIn(`${long} again`)).status).toBe(200);
  });

  test('P-16 never for oneself, and never at another site', async () => {
    const operator = await newOperator(server);
    await setUpApp(server, operator);
    const { user } = (await operator.call('GET', '/session')).body as { user: { id: string } };
    const own = `${operator.path}/accounts/${user.id}/second-factor/removal`;
    expect(await operator.call('POST', own, { reason: '紛失' })).toMatchObject({
      status: 403,
      body: { type: '/problems/accounts/second-factor-own' },
    });
    const { userId } = await newPerson(sixthSite);
    const elsewhere = `${operator.path}/accounts/usr_${userId}/second-factor/removal`;
    expect((await operator.call('POST', elsewhere, { reason: '紛失' })).status).toBe(404);
  });
});

test('P-27 what was half-way is removed when its time is over; an app stays', async () => {
  const { someone, logIn } = await newPerson(sixthSite);
  await setUpApp(server, someone, long);
  await someone.call('POST', '/account/second-factor/totp/setup', { password: long });
  await someone.call('POST', '/account/second-factor/passkeys/options', { password: long });
  await logIn();
  const count = async (table: 'login_steps' | 'totp_setups' | 'passkey_challenges' | 'totp_secrets') =>
    (await server.app.db.selectFrom(table).select('site_id').execute()).length;
  const tables = ['login_steps', 'totp_setups', 'passkey_challenges'] as const;
  const counts = () => Promise.all(tables.map(count));
  expect((await counts()).every((rows) => rows > 0)).toBe(true);
  const apps = await count('totp_secrets');
  server.clock.move(daysMs);
  await retention.run(server.app, server.clock.now());
  expect(await counts()).toEqual([0, 0, 0]);
  expect(await count('totp_secrets')).toBe(apps);
});
