import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logIn, newCompany, testPassword, type Member } from '../../../tools/test/accounts.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { person, type Person } from '../../../tools/test/person.ts';
import { codeOf, setUpApp } from '../../../tools/test/second-factor.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../../../tools/test/sixth-site.ts';
import { minutesMs, secondsMs } from '../../kernel/clock.ts';
import { sessionCookie } from '../../kernel/http/cookies.ts';
import { secondStepCookie } from './cookie.ts';

const site = 'conference';
const over = { status: 401, body: { type: '/problems/accounts/second-step-over' } };
const wrong = { status: 422, body: { type: '/problems/accounts/second-factor-wrong' } };
const needed = { status: 401, body: { type: '/problems/accounts/second-factor-needed' } };

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ moreSites: { [sixthSite]: writeSixthSite } });
});
afterAll(() => server.close());

/** A company whose owner has an authenticator app. */
async function withApp() {
  const company = await newCompany(server);
  const { secret, recoveryCodes } = await setUpApp(server, company);
  return { company, secret, recoveryCodes };
}

const begin = (someone: Person, { loginId }: Member) =>
  someone.call('POST', '/session', { loginId, password: testPassword });
const answer = (someone: Person, code: string, kind = 'totp') =>
  someone.call('POST', '/session/second-step', { kind, code });

/** Somebody at a browser that never got in, with the password right. */
async function halfWay(company: Member): Promise<Person> {
  const someone = person(server.url, site);
  expect(await begin(someone, company)).toMatchObject(needed);
  return someone;
}

async function failuresOf({ loginId }: Member): Promise<number> {
  const row = await server.app.db
    .selectFrom('login_counters as c')
    .innerJoin('users as u', 'u.id', 'c.user_id')
    .select('c.failures')
    .where('u.login_id', '=', loginId)
    .where('c.known_until', 'is', null)
    .executeTakeFirst();
  return row?.failures ?? 0;
}

describe('P-16 the app is set up', () => {
  test('P-16 with the present password and a right code; ten recovery codes are shown once, one mail goes out', async () => {
    const company = await newCompany(server);
    const setUp = (password: string) => company.call('POST', '/account/second-factor/totp/setup', { password });
    const confirm = (code: string) => company.call('POST', '/account/second-factor/totp', { code });
    expect(await confirm('123456')).toMatchObject({ body: { type: '/problems/accounts/totp-setup-over' } });
    expect(await setUp('wrong')).toMatchObject({
      status: 422,
      body: { type: '/problems/accounts/present-password-wrong' },
    });
    const setup = await setUp(testPassword);
    const secret = String(setup.body.secret);
    expect((await company.call('GET', '/account/second-factor')).body).toMatchObject({
      totp: null,
      totpSetup: { secret },
      passkeys: [],
      recoveryCodesLeft: null,
      demanded: false,
    });
    expect(await confirm(codeOf(server, secret, 2))).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/code', code: 'accounts/totp-code-wrong' }] },
    });
    let codes: string[] = [];
    const events = await eventsCausedBy(server.app, async () => {
      const added = await confirm(codeOf(server, secret));
      codes = added.body.recoveryCodes as string[];
    });
    expect(events).toEqual(['totp.added', 'second-factor.on']);
    expect(new Set(codes).size).toBe(10);
    const { body } = await company.call('GET', '/account/second-factor');
    expect(body).toMatchObject({ totpSetup: null, recoveryCodesLeft: 10 });
    expect(JSON.stringify(body)).not.toContain(codes[0]);
    const mail = await server.mail.waitFor(
      (one) => one.text.includes(company.loginId) && /認証アプリ/.test(one.subject),
    );
    expect(mail.text).not.toContain(secret);
  });

  test('P-16 P-19 what rests in the database gives neither secret nor code away', async () => {
    const { secret, recoveryCodes } = await withApp();
    const { db } = server.app;
    const rows = [
      ...(await db.selectFrom('totp_secrets').selectAll().execute()),
      ...(await db.selectFrom('recovery_codes').selectAll().execute()),
      ...(await db.selectFrom('events').selectAll().execute()),
      ...(await db.selectFrom('event_details').selectAll().execute()),
    ];
    const text = rows.map((row) => Object.values(row).map(String).join(' ')).join('\n');
    expect(rows.length).toBeGreaterThan(10);
    expect(
      [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replace('-', ''))].filter((one) =>
        text.includes(one),
      ),
    ).toEqual([]);
  });

  test('P-16 a setup is seen by the session that began it, for 15 minutes', async () => {
    const company = await newCompany(server);
    const second = await logIn(person(server.url, site), company.loginId);
    const { body } = await company.call('POST', '/account/second-factor/totp/setup', { password: testPassword });
    expect((await second.call('GET', '/account/second-factor')).body.totpSetup).toBeNull();
    const code = codeOf(server, String(body.secret));
    expect((await second.call('POST', '/account/second-factor/totp', { code })).status).toBe(422);
    server.clock.move(15 * minutesMs);
    const late = codeOf(server, String(body.secret));
    expect(await company.call('POST', '/account/second-factor/totp', { code: late })).toMatchObject({
      body: { type: '/problems/accounts/totp-setup-over' },
    });
  });

  test('P-16 with the first factor the session gets a new token and all others end', async () => {
    const company = await newCompany(server);
    const stolen = person(server.url, site);
    for (const [name, value] of company.cookies) stolen.cookies.set(name, value);
    const other = await logIn(person(server.url, site), company.loginId);
    await setUpApp(server, company);
    expect((await company.call('GET', '/session')).status).toBe(200);
    expect((await stolen.call('GET', '/session')).status).toBe(401);
    expect((await other.call('GET', '/session')).status).toBe(401);
  });

  test('P-16 of five who confirm the app at once one is told yes, and the page that looks meanwhile is answered', async () => {
    const company = await newCompany(server);
    const setup = await company.call('POST', '/account/second-factor/totp/setup', { password: testPassword });
    const code = codeOf(server, String(setup.body.secret));
    const own = () => company.call('GET', '/account/second-factor');
    const confirm = () => company.call('POST', '/account/second-factor/totp', { code });
    const answers = await Promise.all([
      confirm(),
      own(),
      confirm(),
      own(),
      confirm(),
      own(),
      confirm(),
      own(),
      confirm(),
    ]);
    const confirmed = answers.filter((_, index) => index % 2 === 0).map(({ status }) => status);
    expect(confirmed.filter((status) => status === 200)).toHaveLength(1);
    expect(answers.map(({ status }) => status).filter((status) => ![200, 401, 422].includes(status))).toEqual([]);
  });
});

describe('P-16 login with an app', () => {
  test('P-16 the password alone opens nothing; the code then opens a session, and leaves its events', async () => {
    const { company, secret } = await withApp();
    const someone = person(server.url, site);
    const events = await eventsCausedBy(server.app, async () => {
      expect(await begin(someone, company)).toMatchObject(needed);
      expect(someone.cookies.has(sessionCookie(site))).toBe(false);
      expect((await someone.call('GET', '/session')).status).toBe(401);
      expect((await someone.call('GET', '/session/second-step')).body).toMatchObject({
        kinds: ['totp', 'recovery-code'],
      });
      const entered = await answer(someone, codeOf(server, secret));
      expect(entered).toMatchObject({ status: 200, body: { user: { loginId: company.loginId }, secondFactor: true } });
    });
    expect(events).toEqual(['login.second-step', 'login.done']);
    expect((await someone.call('GET', '/session')).status).toBe(200);
    expect(someone.cookies.has(secondStepCookie(site))).toBe(false);
    expect((await someone.call('GET', '/session/second-step')).status).toBe(401);
  });

  test('P-16 a code of one step of 30 s before or after is good, of two it is not', async () => {
    const { company, secret } = await withApp();
    const found: number[] = [];
    for (const away of [-2, -1, 0, 1, 2]) {
      server.clock.move(2 * minutesMs);
      found.push((await answer(await halfWay(company), codeOf(server, secret, away))).status);
    }
    expect(found).toEqual([422, 200, 200, 200, 422]);
  });

  test('P-16 a code is good once, from whichever browser', async () => {
    const { company, secret } = await withApp();
    const code = codeOf(server, secret);
    const [first, second] = [await halfWay(company), await halfWay(company)];
    expect((await answer(first, code)).status).toBe(200);
    expect(await answer(second, code)).toMatchObject(wrong);
    server.clock.move(30 * secondsMs);
    expect((await answer(second, codeOf(server, secret))).status).toBe(200);
  });

  test('P-16 of fifty answers with one right code at once exactly one enters', async () => {
    const { company, secret } = await withApp();
    const code = codeOf(server, secret);
    const browsers = await Promise.all(Array.from({ length: 4 }, () => halfWay(company)));
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) => answer(browsers[at % browsers.length]!, code)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe('P-16 the way between password and session', () => {
  test('P-16 lasts five minutes, in one browser, at one site, and is no session', async () => {
    const { company, secret } = await withApp();
    const someone = await halfWay(company);
    const thief = person(server.url, site);
    await thief.call('POST', '/session', { loginId: 'nobody', password: 'x' });
    const step = String(someone.cookies.get(secondStepCookie(site)));
    thief.cookies.set(secondStepCookie(site), step);
    expect(await answer(thief, codeOf(server, secret))).toMatchObject(over);
    const posing = person(server.url, site);
    posing.cookies.set(sessionCookie(site), step);
    expect((await posing.call('GET', '/session')).status).toBe(401);
    const elsewhere = person(server.url, sixthSite);
    for (const [name, value] of someone.cookies) elsewhere.cookies.set(name.replace(site, sixthSite), value);
    expect(await answer(elsewhere, codeOf(server, secret))).toMatchObject(over);
    server.clock.move(5 * minutesMs - 1);
    expect((await someone.call('GET', '/session/second-step')).status).toBe(200);
    server.clock.move(1);
    expect(await someone.call('GET', '/session/second-step')).toMatchObject(over);
    expect(await answer(someone, codeOf(server, secret))).toMatchObject(over);
  });

  test('P-16 five wrong answers end it; then the right code is refused too', async () => {
    const { company, secret } = await withApp();
    const someone = await halfWay(company);
    const stepCookies = new Map(someone.cookies);
    const events = await eventsCausedBy(server.app, async () => {
      for (let n = 1; n <= 4; n += 1) expect(await answer(someone, '000000')).toMatchObject(wrong);
      expect(await answer(someone, '000000')).toMatchObject(over);
    });
    expect(events).toEqual(Array.from({ length: 5 }, () => 'second-factor.refused'));
    for (const [name, value] of stepCookies) someone.cookies.set(name, value);
    expect(await answer(someone, codeOf(server, secret))).toMatchObject(over);
  });

  test('P-16 beginning over gives no new tries: wrong codes and wrong passwords are on one counter', async () => {
    const { company, secret } = await withApp();
    const stranger = person(server.url, site);
    await stranger.call('POST', '/session', { loginId: company.loginId, password: 'wrong' });
    for (let n = 1; n <= 4; n += 1) {
      expect(await begin(stranger, company)).toMatchObject(needed);
      expect(await answer(stranger, '000000')).toMatchObject(wrong);
      expect(await failuresOf(company)).toBe(n + 1);
    }
    expect(await begin(stranger, company)).toMatchObject({
      status: 401,
      body: { type: '/problems/accounts/login-refused-or-locked' },
    });
    server.clock.move(secondsMs);
    expect(await begin(stranger, company)).toMatchObject(needed);
    expect((await answer(stranger, codeOf(server, secret))).status).toBe(200);
  });

  test('P-16 a lock that begins meanwhile ends the step, and the owner gets in from a known browser', async () => {
    const { company, secret } = await withApp();
    const someone = await halfWay(company);
    const guesser = person(server.url, site);
    for (let n = 1; n <= 5; n += 1)
      await guesser.call('POST', '/session', { loginId: company.loginId, password: 'wrong' });
    expect(await answer(someone, codeOf(server, secret))).toMatchObject(over);
    expect(await begin(company, company)).toMatchObject(needed);
    expect((await answer(company, codeOf(server, secret))).status).toBe(200);
  });

  test('P-16 of sixty wrong answers at once, over four steps and two ways, five are counted and none more', async () => {
    const { company } = await withApp();
    const browsers = await Promise.all(Array.from({ length: 4 }, () => halfWay(company)));
    expect(await failuresOf(company)).toBe(0);
    await Promise.all(
      Array.from({ length: 60 }, (_, at) =>
        answer(browsers[at % 4]!, at % 2 ? '000000' : 'AAAAA-AAAAA', at % 2 ? 'totp' : 'recovery-code'),
      ),
    );
    expect(await failuresOf(company)).toBe(5);
  });

  test('P-16 a password set anew ends it', async () => {
    const { company, secret } = await withApp();
    const someone = await halfWay(company);
    const newPassword = 'Veranda27';
    const changed = await company.call('POST', '/session/password', { password: testPassword, newPassword });
    expect(changed.status).toBe(200);
    expect(await answer(someone, codeOf(server, secret))).toMatchObject(over);
  });
});

describe('P-16 recovery codes', () => {
  test('P-16 opens the account once, as people write it; a mail tells how many are left', async () => {
    const { company, recoveryCodes } = await withApp();
    const [code = ''] = recoveryCodes;
    const someone = await halfWay(company);
    const events = await eventsCausedBy(server.app, async () =>
      expect((await answer(someone, ` ${code.toLowerCase().replace('-', ' ')} `, 'recovery-code')).status).toBe(200),
    );
    expect(events).toEqual(['recovery-code.used', 'login.done']);
    const mail = await server.mail.waitFor(
      (one) => one.text.includes('残りのリカバリーコード') && one.text.includes(company.loginId),
    );
    expect(mail.text).toContain('9個');
    const again = await halfWay(company);
    expect(await answer(again, code, 'recovery-code')).toMatchObject(wrong);
    expect((await someone.call('GET', '/account/second-factor')).body.recoveryCodesLeft).toBe(9);
  });

  test('P-16 of twenty answers with one code at once exactly one enters', async () => {
    const { company, recoveryCodes } = await withApp();
    const browsers = await Promise.all(Array.from({ length: 4 }, () => halfWay(company)));
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => answer(browsers[at % 4]!, recoveryCodes[0]!, 'recovery-code')),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('P-16 new ones need the password and end those before', async () => {
    const { company, recoveryCodes } = await withApp();
    const renew = (password: string) => company.call('POST', '/account/second-factor/recovery-codes', { password });
    expect((await renew('wrong')).status).toBe(422);
    const events = await eventsCausedBy(server.app, async () => {
      const { body } = await renew(testPassword);
      expect(body.recoveryCodes).toHaveLength(10);
    });
    expect(events).toEqual(['recovery-codes.made']);
    const someone = await halfWay(company);
    expect(await answer(someone, recoveryCodes[0]!, 'recovery-code')).toMatchObject(wrong);
  });
});
