import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newCompany, type Member } from '../tools/test/accounts.ts';
import { everySite, withEverySite } from '../tools/test/every-capability.ts';
import { person } from '../tools/test/person.ts';
import { fillPath } from '../tools/test/routes.ts';
import { startTestServer, type TestServer } from '../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../tools/test/sixth-site.ts';
import { allRoutes, capabilities } from './capabilities.ts';
import { newId } from './kernel/ids.ts';
import { sessionCookie } from './kernel/http/cookies.ts';

let server: TestServer;
let insider: Member;
let outsider: Member;

beforeAll(async () => {
  server = await startTestServer({ moreSites: { ...withEverySite, [sixthSite]: writeSixthSite } });
  insider = await newCompany(server, everySite);
  outsider = await newCompany(server, everySite);
});
afterAll(() => server.close());

const closed = allRoutes.filter(({ route }) => route.access !== 'public');
const ofOrganizations = closed.filter(({ route }) => route.path.includes('{organization}'));
const optional = new Set(capabilities.filter((capability) => capability.optional).map((capability) => capability.name));

const withoutRequestId = (text: string) => text.replace(/"requestId":"[^"]*"/, '');

test('P-02 the twins below cover every route that is not public', () => {
  expect(closed.length).toBeGreaterThanOrEqual(12);
  expect(ofOrganizations.length).toBeGreaterThanOrEqual(9);
});

describe.each(closed.map(({ route, capability }) => ({ route, capability, name: route.operationId })))(
  '$name',
  ({ route, capability }) => {
    const method = route.method.toUpperCase();

    test('P-02 without a session it is 401', async () => {
      const answer = await person(server.url, everySite).call(method, fillPath(route.path, insider.organization));
      expect(answer).toMatchObject({ status: 401, body: { type: '/problems/platform/not-logged-in' } });
    });

    test('P-02 a session of one site is nothing at another, under any cookie name', async () => {
      const token = insider.cookies.get(sessionCookie(everySite));
      const stranger = person(server.url, sixthSite);
      stranger.cookies.set(sessionCookie(sixthSite), String(token));
      stranger.cookies.set(sessionCookie(everySite), String(token));
      const answer = await stranger.call(method, fillPath(route.path, insider.organization));
      const expected = optional.has(capability) ? 404 : 401;
      expect(answer.status).toBe(expected);
    });
  },
);

describe.each(ofOrganizations.map(({ route }) => ({ route, name: route.operationId })))('$name', ({ route }) => {
  test("P-02 another organization's address reads like one that does not exist", async () => {
    const method = route.method.toUpperCase();
    const theirs = await insider.call(method, fillPath(route.path, outsider.organization));
    const nobodys = await insider.call(method, fillPath(route.path, `org_${newId()}`));
    expect(theirs.status).toBe(404);
    expect(withoutRequestId(theirs.text)).toBe(withoutRequestId(nobodys.text));
  });
});

describe('texts that no person types', () => {
  test('P-24 a NUL anywhere in a request is refused, whoever sends it, and never an unexpected error', async () => {
    const nul = '\0';
    const stranger = person(server.url, everySite);
    const asked = await Promise.all([
      stranger.call('POST', '/session', { loginId: nul, password: nul }),
      stranger.call('POST', '/password-links/check', { token: nul }),
      stranger.call('POST', '/drafts', { kind: 'sign-up', values: { [nul]: [{ deep: nul }] } }),
      insider.call('GET', `${insider.path}/registration-keys?deviceId=%00`),
      insider.call('GET', `${insider.path}/registration-keys/installations/%00`),
    ]);
    expect(asked.map((answer) => answer.status)).toEqual([400, 400, 400, 400, 404]);
  });
});

describe('what browsers must not do for others', () => {
  test.each([
    ['sec-fetch-site', 'cross-site'],
    ['sec-fetch-site', 'same-site'],
    ['origin', 'https://evil.example'],
  ])('P-24 a change with %s: %s is refused', async (name, value) => {
    const answer = await insider.call('PATCH', '/session', { language: 'en' }, { [name]: value });
    expect(answer).toMatchObject({ status: 403, body: { type: '/problems/platform/cross-site' } });
  });

  test('P-24 every answer carries the security headers and private ones are not stored', async () => {
    const answer = await insider.call('GET', '/session');
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('P-24 the session cookie is __Host-, HttpOnly, Secure and SameSite=Lax', async () => {
    const answer = await person(server.url, everySite).call('POST', '/session', {
      loginId: insider.loginId,
      password: 'Engawa26',
    });
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith(`__Host-${everySite}=`));
    expect(cookie).toMatch(
      /; Path=\/; HttpOnly; Secure; SameSite=Lax$|Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax/,
    );
  });
});
