import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { passkeysMax } from '../../../domain/accounts/second-factor.ts';
import { logIn, newCompany, testPassword, type Member } from '../../../tools/test/accounts.ts';
import { authenticator, type Twist } from '../../../tools/test/authenticator.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { newMember } from '../../../tools/test/members.ts';
import { person, type Person } from '../../../tools/test/person.ts';
import { addPasskey } from '../../../tools/test/second-factor.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../../../tools/test/sixth-site.ts';
import { minutesMs } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { relyingParty } from './ceremonies.ts';

const site = 'conference';
const base = '/account/second-factor/passkeys';
const refused = { status: 401, body: { type: '/problems/accounts/passkey-refused' } };
const notMade = { status: 422, body: { type: '/problems/accounts/passkey-not-made' } };

let server: TestServer;
let origin: string;

beforeAll(async () => {
  server = await startTestServer({ moreSites: { [sixthSite]: writeSixthSite } });
  origin = new URL(server.url).origin;
});
afterAll(() => server.close());

const askOptions = async (someone: Person) =>
  (await someone.call('POST', `${base}/options`, { password: testPassword })).body.options;
const askLogin = async (someone: Person) => (await someone.call('POST', '/session/passkey/options')).body.options;

/** A browser that has been here but is logged in nowhere. */
const visitor = (of = site) => person(server.url, of);

async function withPasskey() {
  const company = await newCompany(server);
  const key = authenticator(origin);
  const { recoveryCodes } = await addPasskey(company, key);
  return { company, key, recoveryCodes };
}

/** Made once, for refusals that change nothing. */
let madeCompany: Promise<Member> | undefined;
const someCompany = () => (madeCompany ??= newCompany(server));
let madePasskey: ReturnType<typeof withPasskey> | undefined;
const somePasskey = () => (madePasskey ??= withPasskey());

describe('P-16 a passkey is made', () => {
  test('P-16 with the present password; it asks who holds it, is found without an ID, and comes with recovery codes', async () => {
    const company = await newCompany(server);
    const key = authenticator(origin);
    const wrong = await company.call('POST', `${base}/options`, { password: 'wrong' });
    expect(wrong).toMatchObject({ status: 422, body: { type: '/problems/accounts/present-password-wrong' } });
    const options = await askOptions(company);
    expect(options).toMatchObject({
      rp: { id: 'localhost' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const before = new Map(company.cookies);
    const events = await eventsCausedBy(server.app, async () => {
      const added = await company.call('POST', base, { name: '私の端末', response: key.make(options) });
      expect(added.body.recoveryCodes).toHaveLength(10);
    });
    expect(events).toEqual(['passkey.added', 'second-factor.on']);
    const stale = visitor();
    for (const [name, value] of before) stale.cookies.set(name, value);
    expect((await stale.call('GET', '/session')).status).toBe(401);
    expect((await company.call('GET', '/account/second-factor')).body).toMatchObject({
      passkeys: [{ name: '私の端末', synced: false, lastUsedAt: null }],
      recoveryCodesLeft: 10,
    });
    const mail = await server.mail.waitFor((one) => one.text.includes('私の端末'));
    expect(mail.subject).toContain('パスキーを追加しました');
  });

  test.each<[string, Twist]>([
    ['another origin', { origin: 'https://evil.example' }],
    ['another relying party', { rpId: 'evil.example' }],
    ['an answer for a login', { type: 'webauthn.get' }],
    ['a challenge that was never asked', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['nobody verified', { flags: 0x01 }],
    ['certificates that nobody asked for', { certificates: true }],
  ])('P-16 is refused with %s, and nothing is kept', async (_, twist) => {
    const company = await someCompany();
    const response = authenticator(origin).make(await askOptions(company), twist);
    expect(await company.call('POST', base, { name: 'x', response })).toMatchObject(notMade);
    expect((await company.call('GET', '/account/second-factor')).body.passkeys).toEqual([]);
  });

  test('P-16 a challenge is good once, for five minutes, for one browser', async () => {
    const company = await newCompany(server);
    const options = await askOptions(company);
    const other = await logIn(visitor(), company.loginId);
    const stolen = authenticator(origin).make(options);
    expect(await other.call('POST', base, { name: 'x', response: stolen })).toMatchObject(notMade);
    const first = authenticator(origin).make(options);
    expect((await company.call('POST', base, { name: 'first', response: first })).status).toBe(200);
    const second = authenticator(origin).make(options);
    expect(await company.call('POST', base, { name: 'second', response: second })).toMatchObject(notMade);
    const late = authenticator(origin).make(await askOptions(company));
    server.clock.move(5 * minutesMs);
    expect(await company.call('POST', base, { name: 'late', response: late })).toMatchObject(notMade);
  });

  test('P-16 at most twenty', async () => {
    const { company } = await withPasskey();
    const { user_id } = await server.app.db
      .selectFrom('passkeys as p')
      .innerJoin('users as u', 'u.id', 'p.user_id')
      .select('p.user_id')
      .where('u.login_id', '=', company.loginId)
      .executeTakeFirstOrThrow();
    const row = { site_id: site, user_id, public_key: Buffer.from('x'), sign_count: 0, transports: [], name: 'x' };
    const more = Array.from({ length: passkeysMax - 2 }, () => ({
      ...row,
      id: newId(),
      credential_id: Buffer.from(newId()),
      synced: false,
      added_at: server.clock.now(),
      last_used_at: null,
    }));
    await server.app.db.insertInto('passkeys').values(more).execute();
    await addPasskey(company, authenticator(origin));
    expect(await company.call('POST', `${base}/options`, { password: testPassword })).toMatchObject({
      status: 422,
      body: { type: '/problems/accounts/passkeys-many', params: { max: passkeysMax } },
    });
  });
});

describe('P-16 login by a passkey alone', () => {
  test('P-16 opens a session without ID and password, also from a browser that is locked', async () => {
    const { company, key } = await withPasskey();
    const someone = visitor();
    for (let n = 1; n <= 6; n += 1)
      await someone.call('POST', '/session', { loginId: company.loginId, password: 'wrong' });
    const options = await askLogin(someone);
    expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required', allowCredentials: [] });
    const events = await eventsCausedBy(server.app, async () =>
      expect(await someone.call('POST', '/session/passkey', { response: key.use(options) })).toMatchObject({
        status: 200,
        body: { user: { loginId: company.loginId } },
      }),
    );
    expect(events).toEqual(['login.done']);
    expect((await someone.call('GET', '/session')).status).toBe(200);
  });

  test.each<[string, Twist]>([
    ['another origin', { origin: 'https://evil.example' }],
    ['the host of another portal', { origin: 'http://portal.example.jp' }],
    ['another relying party', { rpId: 'evil.example' }],
    ['an answer for a registration', { type: 'webauthn.create' }],
    ['a challenge that was never asked', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['nobody verified', { flags: 0x01 }],
    ['nobody there', { flags: 0x04 }],
    ['a counter that fell', { signCount: 1 }],
    ["another account's name", { userHandle: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['no name', { userHandle: null }],
    ['a passkey that is not there', { id: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
  ])('P-16 is refused with %s, in the same words', async (_, twist) => {
    const { key } = await somePasskey();
    const someone = visitor();
    for (let n = 1; n <= 2; n += 1)
      expect(
        (await someone.call('POST', '/session/passkey', { response: key.use(await askLogin(someone)) })).status,
      ).toBe(200);
    const stranger = visitor();
    const events = await eventsCausedBy(server.app, async () => {
      const response = key.use(await askLogin(stranger), twist);
      expect(await stranger.call('POST', '/session/passkey', { response })).toMatchObject(refused);
    });
    expect(events).toEqual(['login.refused']);
    expect((await stranger.call('GET', '/session')).status).toBe(401);
  });

  test('P-16 a challenge is good once, for five minutes, for the browser that asked', async () => {
    const { key } = await withPasskey();
    const someone = visitor();
    const response = key.use(await askLogin(someone));
    const thief = visitor();
    await thief.call('POST', '/session/passkey/options');
    expect(await thief.call('POST', '/session/passkey', { response })).toMatchObject(refused);
    expect((await someone.call('POST', '/session/passkey', { response })).status).toBe(200);
    expect(await someone.call('POST', '/session/passkey', { response })).toMatchObject(refused);
    const late = key.use(await askLogin(someone));
    server.clock.move(5 * minutesMs);
    expect(await someone.call('POST', '/session/passkey', { response: late })).toMatchObject(refused);
  });

  test('P-02 P-16 a passkey of one site is nothing at another on the same host', async () => {
    const { key } = await withPasskey();
    const elsewhere = visitor(sixthSite);
    const response = key.use(await askLogin(elsewhere));
    expect(await elsewhere.call('POST', '/session/passkey', { response })).toMatchObject(refused);
    const here = visitor();
    const crossed = key.use(await askLogin(elsewhere));
    await here.call('POST', '/session/passkey/options');
    expect(await here.call('POST', '/session/passkey', { response: crossed })).toMatchObject(refused);
  });

  test('P-16 the relying party comes out of the configuration, whatever Host a request names', async () => {
    expect(relyingParty({ address: 'https://portal.example.jp/conference' })).toEqual({
      origin: 'https://portal.example.jp',
      id: 'portal.example.jp',
    });
    const host = await fetch(`${server.url}/api/${site}/session/passkey/options`, {
      method: 'POST',
      headers: { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' },
    });
    expect(await host.json()).toMatchObject({ options: { rpId: 'localhost' } });
  });
});

describe('P-16 a passkey as second step', () => {
  const needed = { status: 401, body: { type: '/problems/accounts/second-factor-needed' } };
  const half = async (company: Member) => {
    const someone = visitor();
    const { loginId } = company;
    expect(await someone.call('POST', '/session', { loginId, password: testPassword })).toMatchObject(needed);
    return someone;
  };
  const ask = async (someone: Person) => (await someone.call('POST', '/session/second-step/options')).body.options;

  test('P-16 opens the session; one of another account does not, and counts as a try', async () => {
    const { company, key } = await withPasskey();
    const other = await withPasskey();
    const someone = await half(company);
    expect((await someone.call('GET', '/session/second-step')).body.kinds).toEqual(['passkey', 'recovery-code']);
    const foreign = other.key.use(await ask(someone));
    expect(await someone.call('POST', '/session/second-step', { kind: 'passkey', response: foreign })).toMatchObject({
      status: 422,
      body: { type: '/problems/accounts/second-factor-wrong' },
    });
    const response = key.use(await ask(someone));
    expect((await someone.call('POST', '/session/second-step', { kind: 'passkey', response })).status).toBe(200);
  });

  test('P-16 an answer for a login by passkey alone is none for the second step', async () => {
    const { company, key } = await withPasskey();
    const someone = await half(company);
    const response = key.use(await askLogin(someone));
    expect((await someone.call('POST', '/session/second-step', { kind: 'passkey', response })).status).toBe(422);
  });

  test('P-16 without a step nothing is asked and nothing told', async () => {
    const over = { status: 401, body: { type: '/problems/accounts/second-step-over' } };
    expect(await visitor().call('POST', '/session/second-step/options')).toMatchObject(over);
  });
});

describe('P-16 passkeys are looked after', () => {
  test('P-16 renamed and removed by their owner alone; the last one takes the recovery codes along', async () => {
    const { company, key } = await withPasskey();
    const { company: other } = await withPasskey();
    const own = (await company.call('GET', '/account/second-factor')).body.passkeys as { id: string }[];
    const path = `${base}/${own[0]?.id}`;
    expect((await other.call('PATCH', path, { name: '盗' })).status).toBe(404);
    expect((await other.call('POST', `${path}/removal`, { password: testPassword })).status).toBe(404);
    expect((await company.call('PATCH', path, { name: 'x'.repeat(61) })).status).toBe(400);
    expect((await company.call('PATCH', path, { name: '机の鍵' })).status).toBe(204);
    expect((await company.call('POST', `${path}/removal`, { password: 'wrong' })).status).toBe(422);
    const events = await eventsCausedBy(server.app, async () =>
      expect((await company.call('POST', `${path}/removal`, { password: testPassword })).status).toBe(204),
    );
    expect(events).toEqual(['passkey.removed', 'second-factor.off']);
    const mail = await server.mail.waitFor(
      (one) => one.text.includes(company.loginId) && one.subject.includes('2段階認証を解除'),
    );
    expect(mail.text).toContain('/account/security');
    expect((await company.call('GET', '/account/second-factor')).body).toMatchObject({ recoveryCodesLeft: null });
    const someone = visitor();
    const response = key.use(await askLogin(someone));
    expect(await someone.call('POST', '/session/passkey', { response })).toMatchObject(refused);
    await logIn(visitor(), company.loginId);
  });
});

test('P-16 a user of another site with the same ID has factors of their own', async () => {
  const password = 'steam over the green hills';
  const mail = 'same@example.jp';
  await newMember(server, { site: sixthSite, loginId: mail, mail, password });
  const someone = visitor(sixthSite);
  expect((await someone.call('POST', '/session', { loginId: mail, password })).status).toBe(200);
  await addPasskey(someone, authenticator(origin), password);
  expect((await someone.call('GET', '/account/second-factor')).body.passkeys).toHaveLength(1);
});
