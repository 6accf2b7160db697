import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newCompany, newOperator, testPassword, type Member } from '../../tools/test/accounts.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { writeEverySite } from '../../tools/test/every-capability.ts';
import { person } from '../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../../tools/test/sixth-site.ts';
import { allRoutes } from '../capabilities.ts';
import { after, hoursMs, minutesMs, secondsMs } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';

let server: TestServer;
let operator: Member;
let dealer: Member;
let path: string;

beforeAll(async () => {
  server = await startTestServer({
    moreSites: { conference: (folder) => writeEverySite(folder), [sixthSite]: writeSixthSite },
  });
  operator = await newOperator(server);
  dealer = await newCompany(server);
  path = `${operator.path}/maintenance-windows`;
});
afterAll(() => server.close());

function window(fromMs: number, toMs: number, more: Record<string, unknown> = {}) {
  const now = server.clock.now();
  return {
    startsAt: after(now, fromMs).toISOString(),
    endsAt: after(now, toMs).toISOString(),
    body: { ja: '**サーバー**の点検を行います。', en: 'We inspect the **servers**.' },
    ...more,
  };
}

const seen = (version: unknown) => ({ 'if-match': `"${String(version)}"` });

async function plan(fromMs: number, toMs: number): Promise<string> {
  const answer = await operator.create(path, window(fromMs, toMs));
  expect(answer.status).toBe(201);
  return `${path}/${String(answer.body.id)}`;
}

const routes = allRoutes.filter(({ route }) => route.path.includes('{site}'));
const kept = (kind: string) => routes.filter(({ route }) => route.duringMaintenance === kind);

/** A path with something that fits in each place. */
function fill(template: string, organization: string): string {
  const ids: Record<string, string> = { organization, deviceId: '0123456789ABCDEF', document: 'cookie-notice' };
  const prefixes: Record<string, string> = { import: 'imp', draft: 'drf', signUp: 'sgn', notice: 'ntc', window: 'mwd' };
  return template
    .replace('/api/{site}', '')
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? `${prefixes[name] ?? 'x'}_${newId()}`);
}

describe('P-04 while a window runs', () => {
  let running: string;
  beforeAll(async () => {
    running = await plan(minutesMs, 6 * minutesMs);
    server.clock.move(minutesMs);
  });

  test('P-04 every route answers 503 to strangers and dealers, but for those that say why not', async () => {
    const stranger = person(server.url, 'conference');
    expect(
      kept('open')
        .map(({ route }) => route.operationId)
        .toSorted(),
    ).toEqual([
      'answerDeviceChallenge',
      'askEntitlements',
      'challengeDevice',
      'downloadDocument',
      'getAnnouncements',
      'getDocument',
      'getEntitlementKeys',
      'getSite',
      'logOut',
      'reportAsDevice',
      'takeShopMessage',
    ]);
    expect(
      kept('entry')
        .map(({ route }) => route.operationId)
        .toSorted(),
    ).toEqual([
      'answerSecondStep',
      'askPasskey',
      'askPasskeyForSecondStep',
      'getSecondStep',
      'getSession',
      'logIn',
      'logInByPasskey',
    ]);
    expect(routes.length).toBeGreaterThanOrEqual(30);
    for (const { route } of routes) {
      if (route.duringMaintenance === 'open') continue;
      const [method, to] = [route.method.toUpperCase(), fill(route.path, dealer.organization)];
      const callers = route.duringMaintenance === 'entry' ? [dealer] : [dealer, stranger];
      for (const caller of callers) {
        const answer = await caller.call(method, to);
        expect([route.operationId, answer.status, answer.body.type]).toEqual([
          route.operationId,
          503,
          '/problems/platform/maintenance',
        ]);
        expect(answer.headers.get('retry-after')).toBe('300');
        expect(answer.body.title).toMatch(/メンテナンス中です（\d{4}年.+ 日本標準時|\(日本標準時\)/);
      }
    }
  });

  test('P-04 operators get through everywhere, also by logging in meanwhile', async () => {
    const again = person(server.url, 'conference');
    expect((await again.call('GET', '/session')).status).toBe(401);
    const loggedIn = await again.call('POST', '/session', { loginId: operator.loginId, password: testPassword });
    expect(loggedIn.status).toBe(200);
    for (const { route } of routes) {
      const answer = await again.call(route.method.toUpperCase(), fill(route.path, operator.organization));
      expect([route.operationId, answer.status]).not.toEqual([route.operationId, 503]);
      // Some of them end the session.
      if ((await again.call('GET', '/session')).status !== 200)
        await again.call('POST', '/session', { loginId: operator.loginId, password: testPassword });
    }
    // The operator’s own session was among the other ones that were ended.
    await operator.call('POST', '/session', { loginId: operator.loginId, password: testPassword });
  });

  test('P-04 a dealer whose password is right does not get in, and no session stays', async () => {
    const again = person(server.url, 'conference');
    const answer = await again.call('POST', '/session', { loginId: dealer.loginId, password: testPassword });
    expect(answer).toMatchObject({ status: 503, body: { type: '/problems/platform/maintenance' } });
    expect(again.cookies.has('__Host-conference')).toBe(false);
  });

  test('P-04 pages answer 503 with the end, in both languages; the way in for operators and the files stay', async () => {
    const page = (to: string, headers: Record<string, string> = {}) =>
      fetch(`${server.url}/conference${to}`, { headers: { 'accept-language': 'en', ...headers } });
    for (const to of ['', '/login', '/sign-up', '/o/org_x/registration-keys/issue', '/documents/cookie-notice']) {
      const answer = await page(to);
      const text = await answer.text();
      expect([to, answer.status]).toEqual([to, 503]);
      expect(answer.headers.get('retry-after')).toBe('300');
      expect(text).toContain('Japan Standard Time');
      expect(text).toContain('We inspect the <strong>servers</strong>.');
    }
    const cookie = [...dealer.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const japanese = await page('/login', { cookie: `${cookie}; language=ja` });
    expect(japanese.status).toBe(503);
    expect(await japanese.text()).toContain('ただいまメンテナンス中です');
    expect((await page('/login?for=operators')).status).toBe(200);
    const own = [...operator.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    expect((await page('/', { cookie: own })).status).toBe(200);
    expect((await fetch(`${server.url}/start.js`)).status).toBe(200);
    expect((await fetch(`${server.url}/conference`, { method: 'HEAD' })).status).toBe(503);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });

  test('P-02 another site knows nothing of it', async () => {
    const neighbour = person(server.url, sixthSite);
    const announced = await neighbour.call('GET', '/announcements');
    expect(announced).toMatchObject({ status: 200, body: { maintenance: [] } });
    expect((await neighbour.call('GET', '/notices')).status).toBe(200);
    expect((await fetch(`${server.url}/${sixthSite}/login`)).status).toBe(200);
    const theirs = await newOperator(server, sixthSite);
    const one = running.replace(path, `${theirs.path}/maintenance-windows`);
    expect((await theirs.call('GET', one)).status).toBe(404);
    expect((await theirs.call('POST', `${one}/end`, undefined, seen(1))).status).toBe(404);
  });

  test('P-04 to the second: open one second before the beginning, closed at it, open again at the end', async () => {
    const status = async () => (await dealer.call('GET', '/session')).status;
    expect(await status()).toBe(503);
    server.clock.move(-secondsMs);
    expect(await status()).toBe(200);
    server.clock.move(secondsMs);
    expect(await status()).toBe(503);
    server.clock.move(5 * minutesMs - secondsMs);
    expect(await status()).toBe(503);
    server.clock.move(secondsMs);
    expect(await status()).toBe(200);
    expect(await dealer.call('GET', '/announcements')).toMatchObject({ body: { maintenance: [] } });
  });
});

test('P-04 announced from the moment it is planned; overlaps, wrong ends and the past are refused at the field', async () => {
  const one = await plan(hoursMs, 2 * hoursMs);
  const announced = await person(server.url, 'conference').call('GET', '/announcements');
  expect(announced.body.maintenance).toMatchObject([
    { running: false, html: { ja: '<p><strong>サーバー</strong>の点検を行います。</p>\n' } },
  ]);
  const cases = [
    [window(30 * minutesMs, 61 * minutesMs), '/startsAt operations/overlaps', 409],
    [window(hoursMs, 2 * hoursMs), '/startsAt operations/overlaps', 409],
    [window(3 * hoursMs, 3 * hoursMs), '/endsAt notices/ends-before-start', 422],
    [window(-minutesMs, hoursMs), '/startsAt notices/starts-in-the-past', 422],
    [window(3 * hoursMs, 15 * 24 * hoursMs + 4 * hoursMs), '/endsAt notices/period-long', 422],
    [window(3 * hoursMs, 4 * hoursMs, { body: { ja: '点検', en: '' } }), '/body/en identifiers/required', 422],
  ] as const;
  const caused = await eventsCausedBy(server.app, async () => {
    for (const [typed, place, status] of cases) {
      for (const answer of [
        await operator.create(path, typed),
        await operator.call('POST', `${path}/preview`, typed),
      ]) {
        const errors = answer.body.errors as { pointer: string; code: string }[];
        expect([answer.status, ...errors.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([status, place]);
      }
    }
  });
  expect(caused).toEqual([]);
  // One may begin when the other ends, and what is changed does not overlap itself.
  const next = await plan(2 * hoursMs, 3 * hoursMs);
  expect((await operator.call('PUT', one, window(hoursMs, 2 * hoursMs), seen(1))).status).toBe(200);
  expect((await operator.call('PUT', one, window(hoursMs, 121 * minutesMs), seen(2))).status).toBe(409);
  for (const [which, version] of [
    [one, 2],
    [next, 1],
  ] as const)
    expect((await operator.call('POST', `${which}/cancel`, undefined, seen(version))).body.state).toBe('cancelled');
});

test('P-04 plan, change, cancel and end leave one event each; what is over stays as it was', async () => {
  const caused = await eventsCausedBy(server.app, async () => {
    const one = await plan(minutesMs, hoursMs);
    expect((await operator.call('POST', `${one}/end`, undefined, seen(1))).body.type).toMatch(/not-running$/);
    expect((await operator.call('POST', `${one}/cancel`)).status).toBe(428);
    expect((await operator.call('PUT', one, window(2 * minutesMs, hoursMs), seen(1))).status).toBe(200);
    expect((await operator.call('POST', `${one}/cancel`, undefined, seen(1))).status).toBe(412);
    server.clock.move(2 * minutesMs);
    expect((await operator.call('POST', `${one}/cancel`, undefined, seen(2))).body.type).toMatch(/running-already$/);
    expect((await dealer.call('GET', '/session')).status).toBe(503);
    const ended = await operator.call('POST', `${one}/end`, undefined, seen(2));
    expect(ended).toMatchObject({ status: 200, body: { state: 'past' } });
    expect((await dealer.call('GET', '/session')).status).toBe(200);
    expect((await operator.call('PUT', one, window(0, hoursMs), seen(3))).body.type).toMatch(/window-over$/);
    const other = await plan(minutesMs, hoursMs);
    await operator.call('POST', `${other}/cancel`, undefined, seen(1));
    server.clock.move(2 * minutesMs);
    expect((await dealer.call('GET', '/session')).status).toBe(200);
  });
  expect(caused).toEqual([
    'maintenance-window.planned',
    'maintenance-window.changed',
    'maintenance-window.ended',
    'maintenance-window.planned',
    'maintenance-window.cancelled',
  ]);
  const list = await operator.call('GET', `${path}?state=cancelled`);
  expect(list.body).toMatchObject({ total: 3 });
});

test('P-04 of ten plans for the same hours at once exactly one is taken', async () => {
  const typed = window(hoursMs, 2 * hoursMs);
  const answers = await Promise.all(Array.from({ length: 10 }, () => operator.create(path, typed)));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    201,
    ...Array.from({ length: 9 }, () => 409),
  ]);
});

test('P-26 nobody but the maker’s owners and managers plans maintenance', async () => {
  const refused = await dealer.create(`${dealer.path}/maintenance-windows`, window(9 * hoursMs, 10 * hoursMs));
  expect(refused).toMatchObject({ status: 403, body: { type: '/problems/platform/not-permitted' } });
});
