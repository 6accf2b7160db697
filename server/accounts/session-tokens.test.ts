import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newCompany, testPassword } from '../../tools/test/accounts.ts';
import { newMember } from '../../tools/test/members.ts';
import { person } from '../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { sessionCookie } from '../kernel/http/cookies.ts';

const site = 'conference';
const cookie = sessionCookie(site);
const newPassword = 'Veranda27';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** What a token opens in a browser of a thief. */
async function opens(token: string | undefined): Promise<number> {
  const thief = person(server.url, site);
  thief.cookies.set(cookie, String(token));
  return (await thief.call('GET', '/session')).status;
}

describe('P-11 nobody can know the token of a session beforehand', () => {
  test('a cookie that somebody planted is not the session after the login, and opens nothing', async () => {
    const { loginId } = await newCompany(server);
    const victim = person(server.url, site);
    const planted = 'A'.repeat(43);
    victim.cookies.set(cookie, planted);
    expect((await victim.call('POST', '/session', { loginId, password: testPassword })).status).toBe(200);
    expect(victim.cookies.get(cookie)).not.toBe(planted);
    expect(await opens(planted)).toBe(401);
    expect(await opens(victim.cookies.get(cookie))).toBe(200);
  });

  test('a session of the attacker that was planted ends with the login of another, and never becomes theirs', async () => {
    const attacker = await newCompany(server);
    const { loginId } = await newCompany(server);
    const planted = attacker.cookies.get(cookie);
    const victim = person(server.url, site);
    victim.cookies.set(cookie, String(planted));
    const answer = await victim.call('POST', '/session', { loginId, password: testPassword });
    expect(answer.body).toMatchObject({ user: { loginId } });
    expect(victim.cookies.get(cookie)).not.toBe(planted);
    expect(await opens(planted)).toBe(401);
  });

  test('a session that may do more once an initial password is changed has another token from then on', async () => {
    const member = { site, loginId: 'initial1', mail: 'initial1@example.jp', password: testPassword };
    await newMember(server, { ...member, initial: true });
    const someone = person(server.url, site);
    await someone.call('POST', '/session', { loginId: member.loginId, password: testPassword });
    const before = someone.cookies.get(cookie);
    const change = { password: testPassword, newPassword };
    expect((await someone.call('POST', '/session/password', change)).status).toBe(200);
    expect(await opens(before)).toBe(401);
    expect(await opens(someone.cookies.get(cookie))).toBe(200);
  });
});
