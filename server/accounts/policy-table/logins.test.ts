import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserAt, columns, logInAs, personAt, type Column } from '../../../tools/test/policy-table.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../../../tools/test/sixth-site.ts';
import { hoursMs, minutesMs, secondsMs } from '../../kernel/clock.ts';

let server: TestServer;

beforeAll(async () => {
  const startAt = new Date('2026-11-20T01:00:00Z');
  server = await startTestServer({ startAt, moreSites: { [sixthSite]: writeSixthSite } });
});
afterAll(() => server.close());

const refused = { status: 401, body: { type: '/problems/accounts/login-refused-or-locked' } };
const wrong = 'Mistake-26-Kumo';

describe('failed logins', () => {
  const doubling = columns.filter((column) => column !== 'printer');
  const locks = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900];
  /** By site: whether the account was held until the end of each lock, and what the right password brought at the end. */
  const seen = new Map<Column, { held: boolean[]; opens: number }>();

  // All sites in step, because they share the clock: guesses from a browser that never got in.
  beforeAll(async () => {
    const guessers = await Promise.all(
      doubling.map(async (column) => ({
        one: await personAt(server, column),
        stranger: browserAt(server, column),
        found: seen.set(column, { held: [], opens: 0 }).get(column),
      })),
    );
    const guess = (isRight: boolean) =>
      Promise.all(guessers.map(({ one, stranger }) => logInAs(one, isRight ? one.password : wrong, stranger)));
    for (let n = 1; n < 5; n += 1) await guess(false);
    for (const lock of locks) {
      await guess(false);
      server.clock.move(lock * secondsMs - 1);
      (await guess(true)).forEach(({ status }, at) => guessers[at]?.found?.held.push(status === 401));
      server.clock.move(1);
    }
    (await guess(true)).forEach(({ status }, at) => Object.assign(guessers[at]?.found ?? {}, { opens: status }));
  });

  test.each(doubling)(
    'P-11 %s: 1 s after the fifth wrong password, doubling to 15 min; the right one waits too',
    (column) => {
      expect(seen.get(column)).toEqual({ held: locks.map(() => true), opens: 200 });
    },
  );

  test('P-11 printer: 12 min after each five wrong passwords', async () => {
    const one = await personAt(server, 'printer');
    const stranger = browserAt(server, 'printer');
    const guess = (typed: string) => logInAs(one, typed, stranger);
    for (const round of [1, 2]) {
      for (let n = 1; n <= 5; n += 1) expect({ round, ...(await guess(wrong)) }).toMatchObject(refused);
      server.clock.move(720 * secondsMs - 1);
      expect(await guess(one.password)).toMatchObject(refused);
      server.clock.move(1);
    }
    expect((await guess(one.password)).status).toBe(200);
  });

  test.each([
    ['printer', 720, '12分後'],
    ['energy', 1, '1秒後'],
  ] as const)(
    'P-11 %s: the right owner’s browser is told to wait %i s (%s), and nobody else is',
    async (column, seconds, words) => {
      const one = await personAt(server, column);
      expect((await logInAs(one)).status).toBe(200);
      for (let n = 1; n <= 5; n += 1) await logInAs(one, wrong);
      expect(await logInAs(one)).toMatchObject({
        status: 429,
        body: {
          type: '/problems/accounts/login-locked',
          params: { seconds },
          title: expect.stringContaining(words) as string,
        },
      });
      // The lock of one browser is not that of the others.
      expect((await logInAs(one, one.password, browserAt(server, column))).status).toBe(200);
    },
  );
});

describe('idle logout', () => {
  test.each(columns)('P-11 %s: logged out after 30 min without use, and after 12 h in all', async (column) => {
    const one = await personAt(server, column);
    const isIn = async () => (await one.someone.call('GET', '/session')).status === 200;
    await logInAs(one);
    server.clock.move(30 * minutesMs - 1);
    expect(await isIn()).toBe(true);
    server.clock.move(30 * minutesMs);
    expect(await isIn()).toBe(false);
    await logInAs(one);
    const used = 29 * minutesMs;
    let passed = 0;
    for (; passed + used < 12 * hoursMs; passed += used) {
      server.clock.move(used);
      expect(await isIn()).toBe(true);
    }
    server.clock.move(12 * hoursMs - passed - 1);
    expect(await isIn()).toBe(true);
    server.clock.move(1);
    expect(await isIn()).toBe(false);
  });

  test.each(columns)(
    'P-11 C-01 %s: whether the login page says so, and whether home tells the last login',
    async (column) => {
      const { body } = await browserAt(server, column).call('GET', '');
      expect(body.session).toEqual({
        idleMinutes: 30,
        totalHours: 12,
        announceIdle: column === 'ups',
        tellsLastLogin: column === 'printer',
      });
    },
  );
});
