import { afterAll, beforeAll, expect, test } from 'vitest';
import { newCompany, testPassword } from '../../../tools/test/accounts.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { person } from '../../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';

const newPassword = 'Veranda27';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('P-12 the password is changed with the old one; every other session ends and the owner is told by mail', async () => {
  const company = await newCompany(server);
  const other = person(server.url, 'conference');
  const { loginId } = company;
  await other.call('POST', '/session', { loginId, password: testPassword });
  const before = new Map(company.cookies);
  const events = await eventsCausedBy(server.app, async () => {
    const answer = await company.call('POST', '/session/password', { password: testPassword, newPassword });
    expect(answer).toMatchObject({ status: 200, body: { user: { loginId } } });
  });
  expect(events).toEqual(['password.changed']);
  expect((await company.call('GET', '/session')).status).toBe(200);
  expect((await other.call('GET', '/session')).status).toBe(401);
  const stolen = person(server.url, 'conference');
  for (const [name, value] of before) stolen.cookies.set(name, value);
  expect((await stolen.call('GET', '/session')).status).toBe(401);
  const told = await server.mail.waitFor((one) => /パスワードが変更/.test(one.subject) && one.text.includes(loginId));
  expect(told.text).not.toContain(newPassword);
  expect((await other.call('POST', '/session', { loginId, password: newPassword })).status).toBe(200);
});

test.each([
  ['the old one', testPassword, 'accounts/password-same'],
  ['a short one', 'short7A', 'accounts/password-length'],
  ['one with a run', 'abcdX9k2', 'accounts/password-run'],
])('P-12 %s is refused at its field, and costs no try', async (_, wished, code) => {
  const company = await newCompany(server);
  const events = await eventsCausedBy(server.app, async () => {
    const answer = await company.call('POST', '/session/password', { password: testPassword, newPassword: wished });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ pointer: '/newPassword', code }));
  });
  expect(events).toEqual([]);
});

test('P-12 wrong old passwords and wrong logins count on one counter: of fifty at once five are looked at', async () => {
  const company = await newCompany(server);
  const { loginId } = company;
  const change = (password: string) => company.call('POST', '/session/password', { password, newPassword });
  const tries = Array.from({ length: 25 }, () => change('Mistake26'));
  const logins = Array.from({ length: 25 }, () => company.call('POST', '/session', { loginId, password: 'Mistake26' }));
  const codes = (await Promise.all([...tries, ...logins])).map(({ body }) => String(body.type));
  expect(codes.filter((type) => !type.endsWith('/login-locked'))).toHaveLength(5);
  expect(await change(testPassword)).toMatchObject({
    status: 429,
    body: { type: '/problems/accounts/login-locked', params: { seconds: 1 } },
  });
  server.clock.move(1_000);
  expect((await change(testPassword)).status).toBe(200);
});

test.each([
  { password: [testPassword], newPassword },
  { password: testPassword, newPassword: { length: 9 } },
  { password: testPassword, newPassword, loginId: 'somebody1' },
  { newPassword },
])('P-12 %j is refused with 400', async (body) => {
  const company = await newCompany(server);
  expect((await company.call('POST', '/session/password', body)).status).toBe(400);
});

test('P-12 of two changes at once one counts, and the other finds its session ended', async () => {
  const company = await newCompany(server);
  const change = (wished: string) =>
    company.call('POST', '/session/password', { password: testPassword, newPassword: wished });
  const answers = await Promise.all([change('Veranda27'), change('Balcony28')]);
  const statuses = answers.map(({ status }) => status).toSorted((one, other) => one - other);
  expect(statuses[0]).toBe(200);
  expect([401, 422, 429], 'by the ended session, the old password that no longer fits, or the try under way').toContain(
    statuses[1],
  );
});
