import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserAt, logInAs, personAt } from '../../../tools/test/policy-table.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { codeTo, faultsIn, signUpAt } from '../../../tools/test/sign-ups.ts';
import { policyOfNobody, sixthSite, writeSixthSite } from '../../../tools/test/sixth-site.ts';
import { daysMs, hoursMs, minutesMs } from '../../kernel/clock.ts';

let server: TestServer;

beforeAll(async () => {
  const startAt = new Date('2026-11-20T01:00:00Z');
  const moreSites = { [sixthSite]: (folder: string) => writeSixthSite(folder, policyOfNobody) };
  server = await startTestServer({ startAt, moreSites });
});
afterAll(() => server.close());

let people = 0;
const password = 'kettle-water';

function signUp(loginId: string) {
  people += 1;
  return signUpAt(server, sixthSite, 'customer', { mail: `tea${people}@example.jp`, loginId });
}

test.each([
  ['green', ['/values/loginId accounts/login-id-length']],
  ['green-tea-2026', ['/values/loginId accounts/login-id-length']],
  ['green tea', ['/values/loginId accounts/login-id-letters-digits-underscore-hyphen']],
  ['緑茶と煎茶です', ['/values/loginId accounts/login-id-letters-digits-underscore-hyphen']],
])('P-01 a chosen login ID follows the rule of the site: %j is refused', async (loginId, faults) => {
  expect(faultsIn((await signUp(loginId)).answer)).toEqual(faults);
});

test('P-01 a chosen login ID is taken in the form in which it is typed at login, and once', async () => {
  expect((await signUp('Ｇｒｅｅｎ－ｔｅａ')).answer.body.loginId).toBe('Green-tea');
  expect(faultsIn((await signUp('GREEN-TEA')).answer)).toEqual(['/values/loginId accounts/login-id-taken']);
});

test('P-01 P-10 a chosen ID proved by a code of eight digits within 30 minutes, and a password of 12 to 64 characters', async () => {
  const [one, late] = [await signUp('oolong'), await signUp('hojicha')];
  const prove = async ({ someone, answer, mail }: typeof one) =>
    someone.call('POST', `/sign-ups/${String(answer.body.signUp)}/code`, { code: await codeTo(server, mail) });
  expect(await codeTo(server, one.mail)).toMatch(/^\d{8}$/);
  await codeTo(server, late.mail);
  server.clock.move(30 * minutesMs - 1);
  const { body } = await prove(one);
  server.clock.move(1);
  expect(faultsIn(await prove(late))).toEqual(['/code accounts/code-wrong']);
  const set = (wished: string) =>
    one.someone.call('POST', '/passwords', { token: body.passwordToken, password: wished });
  const outside = ['/password accounts/password-length'];
  expect(faultsIn(await set('kettle-wate'))).toEqual(outside);
  expect(faultsIn(await set('kettle-wate'.padEnd(65, '湯')))).toEqual(outside);
  expect((await set(password)).status).toBe(204);
  const entered = await logInAs({ ...one, loginId: 'oolong', password, userId: '' });
  expect(entered.body).toMatchObject({ owed: [], user: { loginId: 'oolong' } });
});

test('P-01 P-11 locked for an hour after each three wrong passwords', async () => {
  const one = await personAt(server, sixthSite, { password: password.padEnd(64, '湯') });
  const stranger = browserAt(server, sixthSite);
  const statuses: number[] = [];
  for (const _ of [1, 2]) {
    for (let n = 1; n <= 3; n += 1) await logInAs(one, 'kettle-steam', stranger);
    server.clock.move(hoursMs - 1);
    statuses.push((await logInAs(one, one.password, stranger)).status);
    server.clock.move(1);
  }
  expect([...statuses, (await logInAs(one, one.password, stranger)).status]).toEqual([401, 401, 200]);
});

test('P-01 P-12 a password expires after a year, told from seven days before, and is changed at the login', async () => {
  const one = await personAt(server, sixthSite, { password });
  server.clock.move(358 * daysMs);
  expect((await logInAs(one)).body).toMatchObject({ owed: [], passwordDaysLeft: 7 });
  server.clock.move(7 * daysMs - 1);
  expect((await logInAs(one)).body).toMatchObject({ owed: [], passwordDaysLeft: 1 });
  server.clock.move(1);
  expect((await logInAs(one)).body).toMatchObject({ owed: ['password'] });
});
