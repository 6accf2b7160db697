import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testPassword, type Member } from '../../../tools/test/accounts.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { person } from '../../../tools/test/person.ts';
import { answerStep, beginLogin, codeOf, halfWay, withApp } from '../../../tools/test/second-factor.ts';
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

describe('P-16 login with an app', () => {
  test('P-16 the password alone opens nothing; the code then opens a session, and leaves its events', async () => {
    const { company, secret } = await withApp(server);
    const someone = person(server.url, site);
    const events = await eventsCausedBy(server.app, async () => {
      expect(await beginLogin(someone, company)).toMatchObject(needed);
      expect(someone.cookies.has(sessionCookie(site))).toBe(false);
      expect((await someone.call('GET', '/session')).status).toBe(401);
      expect((await someone.call('GET', '/session/second-step')).body).toMatchObject({
        kinds: ['totp', 'recovery-code'],
      });
      const entered = await answerStep(someone, codeOf(server, secret));
      expect(entered).toMatchObject({ status: 200, body: { user: { loginId: company.loginId }, secondFactor: true } });
    });
    expect(events).toEqual(['login.second-step', 'login.done']);
    expect((await someone.call('GET', '/session')).status).toBe(200);
    expect(someone.cookies.has(secondStepCookie(site))).toBe(false);
    expect((await someone.call('GET', '/session/second-step')).status).toBe(401);
  });

  test('P-16 a code of one step of 30 s before or after is good, of two it is not', async () => {
    const { company, secret } = await withApp(server);
    const found: number[] = [];
    for (const away of [-2, -1, 0, 1, 2]) {
      server.clock.move(2 * minutesMs);
      found.push((await answerStep(await halfWay(server, company), codeOf(server, secret, away))).status);
    }
    expect(found).toEqual([422, 200, 200, 200, 422]);
  });

  test('P-16 a code is good once, from whichever browser', async () => {
    const { company, secret } = await withApp(server);
    const code = codeOf(server, secret);
    const [first, second] = [await halfWay(server, company), await halfWay(server, company)];
    expect((await answerStep(first, code)).status).toBe(200);
    expect(await answerStep(second, code)).toMatchObject(wrong);
    server.clock.move(30 * secondsMs);
    expect((await answerStep(second, codeOf(server, secret))).status).toBe(200);
  });

  test('P-16 of fifty answers with one right code at once exactly one enters', async () => {
    const { company, secret } = await withApp(server);
    const code = codeOf(server, secret);
    const browsers = await Promise.all(Array.from({ length: 4 }, () => halfWay(server, company)));
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) => answerStep(browsers[at % browsers.length]!, code)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe('P-16 the way between password and session', () => {
  test('P-16 lasts five minutes, in one browser, at one site, and is no session', async () => {
    const { company, secret } = await withApp(server);
    const someone = await halfWay(server, company);
    const thief = person(server.url, site);
    await thief.call('POST', '/session', { loginId: 'nobody', password: 'x' });
    const step = String(someone.cookies.get(secondStepCookie(site)));
    thief.cookies.set(secondStepCookie(site), step);
    expect(await answerStep(thief, codeOf(server, secret))).toMatchObject(over);
    const posing = person(server.url, site);
    posing.cookies.set(sessionCookie(site), step);
    expect((await posing.call('GET', '/session')).status).toBe(401);
    const elsewhere = person(server.url, sixthSite);
    for (const [name, value] of someone.cookies) elsewhere.cookies.set(name.replace(site, sixthSite), value);
    expect(await answerStep(elsewhere, codeOf(server, secret))).toMatchObject(over);
    server.clock.move(5 * minutesMs - 1);
    expect((await someone.call('GET', '/session/second-step')).status).toBe(200);
    server.clock.move(1);
    expect(await someone.call('GET', '/session/second-step')).toMatchObject(over);
    expect(await answerStep(someone, codeOf(server, secret))).toMatchObject(over);
  });

  test('P-16 five wrong answers end it; then the right code is refused too', async () => {
    const { company, secret } = await withApp(server);
    const someone = await halfWay(server, company);
    const stepCookies = new Map(someone.cookies);
    const events = await eventsCausedBy(server.app, async () => {
      for (let n = 1; n <= 4; n += 1) expect(await answerStep(someone, '000000')).toMatchObject(wrong);
      expect(await answerStep(someone, '000000')).toMatchObject(over);
    });
    expect(events).toEqual(Array.from({ length: 5 }, () => 'second-factor.refused'));
    for (const [name, value] of stepCookies) someone.cookies.set(name, value);
    expect(await answerStep(someone, codeOf(server, secret))).toMatchObject(over);
  });

  test('P-16 beginning over gives no new tries: wrong codes and wrong passwords are on one counter', async () => {
    const { company, secret } = await withApp(server);
    const stranger = person(server.url, site);
    await stranger.call('POST', '/session', { loginId: company.loginId, password: 'wrong' });
    for (let n = 1; n <= 4; n += 1) {
      expect(await beginLogin(stranger, company)).toMatchObject(needed);
      expect(await answerStep(stranger, '000000')).toMatchObject(wrong);
      expect(await failuresOf(company)).toBe(n + 1);
    }
    expect(await beginLogin(stranger, company)).toMatchObject({
      status: 401,
      body: { type: '/problems/accounts/login-refused-or-locked' },
    });
    server.clock.move(secondsMs);
    expect(await beginLogin(stranger, company)).toMatchObject(needed);
    expect((await answerStep(stranger, codeOf(server, secret))).status).toBe(200);
  });

  test('P-16 a lock that begins meanwhile ends the step, and the owner gets in from a known browser', async () => {
    const { company, secret } = await withApp(server);
    const someone = await halfWay(server, company);
    const guesser = person(server.url, site);
    for (let n = 1; n <= 5; n += 1)
      await guesser.call('POST', '/session', { loginId: company.loginId, password: 'wrong' });
    expect(await answerStep(someone, codeOf(server, secret))).toMatchObject(over);
    expect(await beginLogin(company, company)).toMatchObject(needed);
    expect((await answerStep(company, codeOf(server, secret))).status).toBe(200);
  });

  test('P-16 of sixty wrong answers at once, over four steps and two ways, five are counted and none more', async () => {
    const { company } = await withApp(server);
    const browsers = await Promise.all(Array.from({ length: 4 }, () => halfWay(server, company)));
    expect(await failuresOf(company)).toBe(0);
    await Promise.all(
      Array.from({ length: 60 }, (_, at) =>
        answerStep(browsers[at % 4]!, at % 2 ? '000000' : 'AAAAA-AAAAA', at % 2 ? 'totp' : 'recovery-code'),
      ),
    );
    expect(await failuresOf(company)).toBe(5);
  });

  test('P-16 a password set anew ends it', async () => {
    const { company, secret } = await withApp(server);
    const someone = await halfWay(server, company);
    const newPassword = 'Veranda27';
    const changed = await company.call('POST', '/session/password', { password: testPassword, newPassword });
    expect(changed.status).toBe(200);
    expect(await answerStep(someone, codeOf(server, secret))).toMatchObject(over);
  });
});
