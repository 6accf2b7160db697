import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreements } from '../../tools/test/accounts.ts';
import { person } from '../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../../tools/test/sixth-site.ts';

const accounts = `
accounts:
  signUps:
    - loginId: { kind: chosen, min: 6, max: 12 }
      fields: [{ field: company }, { field: loginId }, { field: mail }, { field: mailAgain }]
`;

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ moreSites: { [sixthSite]: (folder) => writeSixthSite(folder, accounts) } });
});
afterAll(() => server.close());

let people = 0;

async function signUp(loginId: string) {
  const someone = person(server.url, sixthSite);
  people += 1;
  const mail = `tea${people}@example.jp`;
  const values = { company: '見本茶舗', loginId, mail, mailAgain: mail };
  return someone.create('/sign-ups', { values, language: 'ja', agreed: await agreements(someone) });
}

test.each([
  ['green', 'accounts/login-id-length'],
  ['green-tea-2026', 'accounts/login-id-length'],
  ['green tea', 'accounts/login-id-letters-digits-underscore-hyphen'],
  ['緑茶と煎茶です', 'accounts/login-id-letters-digits-underscore-hyphen'],
])('P-01 a chosen login ID follows the rule of the site: %j is refused', async (loginId, code) => {
  const answer = await signUp(loginId);
  expect(answer.status).toBe(422);
  expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '/values/loginId', code })]);
});

test('P-01 a chosen login ID is taken in the form in which it is typed at login, and once', async () => {
  expect((await signUp('Ｇｒｅｅｎ－ｔｅａ')).body.loginId).toBe('Green-tea');
  const again = await signUp('GREEN-TEA');
  expect(again).toMatchObject({ status: 422, body: { type: '/problems/accounts/login-id-taken' } });
});
