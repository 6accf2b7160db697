import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  browserAt,
  columns,
  logInAs,
  personAt,
  type Column,
  type TablePerson,
} from '../../../tools/test/policy-table.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../../../tools/test/sixth-site.ts';
import { daysMs, minutesMs } from '../../kernel/clock.ts';

let server: TestServer;
const changers = new Map<Column, TablePerson>();

beforeAll(async () => {
  // The last day of November: three months later there is no such day.
  const startAt = new Date('2026-11-30T03:00:00Z');
  server = await startTestServer({ startAt, moreSites: { [sixthSite]: writeSixthSite } });
  for (const column of columns) {
    const one = await personAt(server, column);
    await logInAs(one);
    changers.set(column, one);
  }
});
afterAll(() => server.close());

const symbols = `^$*.[]{}()?-"!@#%&/\\,><':;|_~\`+=`;
const long = (length: number, end: string) => 'kumorizora'.repeat(60).slice(0, length - end.length) + end;

/** The codes of what is wrong with a password, by the API. The old one as the new one is refused only when nothing else is wrong. */
async function faultsOf(column: Column, password: string): Promise<string[]> {
  const { someone } = changers.get(column)!;
  const { body } = await someone.call('POST', '/session/password', { password, newPassword: password });
  if (body.type === '/problems/accounts/password-same') return [];
  const errors = body.errors as { pointer: string; code: string }[];
  return errors.map(({ pointer, code }) => (pointer === '/newPassword' ? code : `${pointer} ${code}`));
}

describe('password', () => {
  const length = 'accounts/password-length';
  const rows: [Column, string, string, string[]][] = [
    ['energy', '7 characters', 'Kumori7', [length]],
    ['energy', '8 characters', 'Kumori78', []],
    ['energy', '16 characters', long(15, '7') + 'K', []],
    ['energy', '17 characters', long(16, '7') + 'K', [length]],
    ['energy', 'no small letter', 'KUMORI78', ['accounts/password-lower']],
    ['energy', 'no capital letter', 'kumori78', ['accounts/password-upper']],
    ['energy', 'no digit', 'Kumorizo', ['accounts/password-digit']],
    ['energy', 'a blank and symbols', 'Kumo ri-7!', []],
    ['energy', 'a letter that is not of ASCII', 'Kumori78é', ['accounts/password-ascii']],
    ['ups', '9 characters', 'kumorizo-7'.slice(1), [length]],
    ['ups', '10 characters', 'kumorizo-7', []],
    ['ups', '16 characters', long(16, '-7'), []],
    ['ups', '17 characters', long(17, '-7'), [length]],
    ['ups', 'no letter', '72-94-61-80', ['accounts/password-letter']],
    ['ups', 'capital letters alone', 'KUMORIZO-7', []],
    ['ups', 'no digit', 'kumorizo-ra', ['accounts/password-digit']],
    ['ups', 'no symbol', 'kumorizora7', ['accounts/password-symbol']],
    ['ups', 'a blank', 'kumori zo-7', ['accounts/password-letters-digits-symbols']],
    ['ups', 'a yen sign, which counts as a backslash', 'kumorizo¥7', []],
    ...symbols
      .split('')
      .map((sign): [Column, string, string, string[]] => ['ups', `the symbol ${sign}`, `kumorizo${sign}7`, []]),
    ['conference', '7 characters', 'Kumori7', [length]],
    ['conference', '8 characters', 'Kumori78', []],
    ['conference', '10 characters', 'Kumorizo78', []],
    ['conference', '11 characters', 'Kumorizor78', [length]],
    ['conference', 'a symbol', 'Kumori-78', ['accounts/password-letters-digits']],
    ['conference', 'digits that rise', 'Kumo1234', ['accounts/password-run']],
    ['conference', 'letters that fall', 'dCbAkumo', ['accounts/password-run']],
    ['conference', 'the same four times', 'KumoAaAa', ['accounts/password-run']],
    ['conference', 'three in a row', 'Kumo123a', []],
    ['printer', '5 characters', 'kumo7', [length]],
    ['printer', '6 characters', 'kumor7', []],
    ['printer', '512 characters', long(512, '7'), []],
    ['printer', '513 characters', long(513, '7'), [length]],
    ['printer', 'no small letter', 'KUMOR7', ['accounts/password-lower']],
    ['printer', 'no digit', 'kumori', ['accounts/password-digit']],
    ['printer', 'full width', 'kumoriｂ7', ['accounts/password-ascii']],
    ...(['camera', sixthSite] as const).flatMap((column): [Column, string, string, string[]][] => [
      [column, '14 characters', long(14, ''), [length]],
      [column, '15 characters', long(15, ''), []],
      [column, '128 characters', long(128, ''), []],
      [column, '129 characters', long(129, ''), [length]],
      [column, 'no kind demanded, any character', '曇り空の下で縁側に座るのが好き☁', []],
      [column, 'a common one', 'passwordpassword', ['accounts/password-common']],
    ]),
  ];

  test.each(rows)('P-10 P-12 %s: %s', async (column, _, password, codes) => {
    expect(await faultsOf(column, password)).toEqual(codes);
  });

  test('P-12 the rows above judge at least so many passwords of every site, at the limits and above', () => {
    const seen = columns.map((column) => rows.filter(([one]) => one === column).length);
    expect(seen.every((count) => count >= 6)).toBe(true);
    expect(symbols).toHaveLength(32);
  });
});

describe('password expires', () => {
  const daysLeft = async (one: TablePerson) => (await one.someone.call('GET', '/session')).body.passwordDaysLeft;

  test('P-12 printer: three months, told from seven days before, then changed at the login', async () => {
    const one = await personAt(server, 'printer');
    const expires = new Date('2027-02-28T03:00:00Z');
    const moveTo = (instant: number) => server.clock.move(instant - server.clock.now().getTime());
    moveTo(expires.getTime() - 7 * daysMs - 1);
    expect((await logInAs(one)).body).toMatchObject({ owed: [], passwordDaysLeft: null });
    server.clock.move(1);
    expect(await daysLeft(one)).toBe(7);
    moveTo(expires.getTime() - minutesMs);
    expect((await logInAs(one)).body).toMatchObject({ owed: [], passwordDaysLeft: 1 });
    server.clock.move(minutesMs);
    expect((await logInAs(one)).body).toMatchObject({ owed: ['password'], passwordDaysLeft: null });
    const held = { status: 403, body: { type: '/problems/platform/step-owed', params: { step: 'password' } } };
    expect(await one.someone.call('GET', '/account')).toMatchObject(held);
    const change = { password: one.password, newPassword: 'Kumorizora78' };
    expect((await one.someone.call('POST', '/session/password', change)).body).toMatchObject({ owed: [] });
    expect((await one.someone.call('GET', '/account')).status).toBe(200);
  });

  test('P-12 ups: 180 days of 24 hours, told from seven days before, then only a mailed code helps', async () => {
    const one = await personAt(server, 'ups');
    server.clock.move(173 * daysMs - 1);
    expect((await logInAs(one)).body).toMatchObject({ owed: [], passwordDaysLeft: null });
    server.clock.move(1);
    expect(await daysLeft(one)).toBe(7);
    server.clock.move(7 * daysMs - 1);
    expect((await logInAs(one)).body).toMatchObject({ owed: [], passwordDaysLeft: 1 });
    server.clock.move(1);
    expect(await one.someone.call('GET', '/session')).toMatchObject({ status: 401 });
    expect(await logInAs(one)).toMatchObject({ status: 403, body: { type: '/problems/accounts/password-expired' } });
    const stranger = browserAt(server, 'ups');
    expect(await logInAs(one, 'kumorizo-8', stranger)).toMatchObject({ status: 401 });
    await one.someone.create('/password-resets', { account: one.loginId });
    const { text } = await server.mail.waitFor(({ to }) => to === one.mail);
    const code = /確認コード: (\d{6})/.exec(text)?.[1];
    const proved = await one.someone.call('POST', '/password-resets/code', { loginId: one.loginId, code });
    const set = { token: proved.body.passwordToken, password: 'kumorizo-8' };
    expect((await one.someone.call('POST', '/passwords', set)).status).toBe(204);
    expect((await logInAs(one, 'kumorizo-8')).body).toMatchObject({ owed: [], passwordDaysLeft: null });
  });

  // Last, because the clock does not go back.
  test.each(['energy', 'camera', 'conference', sixthSite] as const)('P-12 %s: never', async (column) => {
    const one = await personAt(server, column);
    server.clock.move(3650 * daysMs);
    expect((await logInAs(one)).body).toMatchObject({ owed: [], passwordDaysLeft: null });
  });
});
