import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testPassword, tokenIn } from '../../../tools/test/accounts.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { newMember, type NewMember } from '../../../tools/test/members.ts';
import { person, type Person } from '../../../tools/test/person.ts';
import {
  codeAndResetByMail,
  initialAndChangeAtLogin,
  sixthSiteWith,
  writeVersion,
} from '../../../tools/test/policies.ts';
import { writeEverySite } from '../../../tools/test/every-capability.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { sixthSite } from '../../../tools/test/sixth-site.ts';
import { allRoutes } from '../../capabilities.ts';
import { daysMs, hoursMs, minutesMs } from '../../kernel/clock.ts';

const expiresByMail = sixthSite;
const expiresAtLogin = 'lamps';
const startAt = new Date('2026-11-20T03:00:00Z');
/** Takes effect on a day in Tokyo, which begins at 15:00 UTC. */
const laterVersion = '2026-12-01';
const laterAt = new Date('2026-11-30T15:00:00Z');
const password = 'Engawa-26a';
const nextPassword = 'Veranda-27b';

let server: TestServer;

/** With every capability, so that every route is there. */
async function conferenceFolder(folder: string): Promise<void> {
  await writeEverySite(folder);
  await writeVersion(folder, 'privacy-consent', laterVersion);
}

beforeAll(async () => {
  server = await startTestServer({
    startAt,
    moreSites: {
      conference: conferenceFolder,
      [expiresByMail]: sixthSiteWith(codeAndResetByMail),
      [expiresAtLogin]: async (folder) => {
        await sixthSiteWith(initialAndChangeAtLogin)(folder);
        await writeVersion(join(folder), 'terms', '2026-11-10');
      },
    },
  });
});
afterAll(() => server.close());

let people = 0;

async function newPerson(site: string, more: Partial<NewMember> = {}) {
  people += 1;
  const mail = `owing${people}@example.jp`;
  const given = { site, mail, loginId: site === expiresByMail ? mail : `owing${people}x`, password, ...more };
  const userId = await newMember(server, { ...given, password: site === 'conference' ? testPassword : given.password });
  const someone = person(server.url, site);
  const logIn = (typed = site === 'conference' ? testPassword : given.password, browser: Person = someone) =>
    browser.call('POST', '/session', { loginId: given.loginId, password: typed });
  return { ...given, userId, someone, logIn };
}

const owed = (someone: Person) => someone.call('GET', '/session').then(({ body }) => body.owed);
const consent = (version: string, document = 'privacy-consent') => ({ document, version });
const stepOwed = (step: string) => ({ status: 403, body: { type: '/problems/platform/step-owed', params: { step } } });

/** Moves the clock to an instant, which must be ahead. */
function moveTo(instant: Date): void {
  server.clock.move(instant.getTime() - server.clock.now().getTime());
}

describe('P-03 documents that are met after login', () => {
  test('P-03 nothing works before what is new is agreed to; it is asked once, and who agreed when is kept', async () => {
    const { someone, logIn, userId } = await newPerson(expiresByMail, { agreed: false });
    expect((await logIn()).body).toMatchObject({ owed: ['consent'] });
    expect(await someone.call('POST', '/session/password', { password, newPassword: nextPassword })).toMatchObject(
      stepOwed('consent'),
    );
    const { body } = await someone.call('GET', '/consents');
    expect(body).toMatchObject({ owed: [consent('2026-11-01', 'terms'), consent('2026-11-01')], agreed: [] });
    const half = { agreed: [consent('2026-11-01')] };
    expect(await someone.call('POST', '/consents', half)).toMatchObject({
      status: 409,
      body: { type: '/problems/accounts/consents-changed' },
    });
    const whole = { agreed: [...half.agreed, consent('2026-11-01', 'terms')] };
    const events = await eventsCausedBy(server.app, async () => {
      for (const _ of [1, 2]) expect((await someone.call('POST', '/consents', whole)).status).toBe(204);
    });
    expect(events).toEqual(['consent.given']);
    expect(await owed(someone)).toEqual([]);
    expect(await someone.call('POST', '/consents/decline')).toMatchObject({
      status: 409,
      body: { type: '/problems/accounts/consents-changed' },
    });
    expect((await logIn()).body).toMatchObject({ owed: [] });
    const at = server.clock.now().toISOString();
    expect((await someone.call('GET', '/consents')).body).toMatchObject({
      owed: [],
      agreed: [
        { ...consent('2026-11-01'), agreedAt: at },
        { ...consent('2026-11-01', 'terms'), agreedAt: at },
      ],
    });
    const rows = await server.app.db.selectFrom('consents').select('document').where('user_id', '=', userId).execute();
    expect(rows).toHaveLength(2);
  });

  test('P-03 declining logs out, changes nothing, and is asked again at the next login', async () => {
    const { someone, logIn } = await newPerson(expiresByMail, { agreed: false });
    await logIn();
    const events = await eventsCausedBy(server.app, async () =>
      expect((await someone.call('POST', '/consents/decline')).status).toBe(204),
    );
    expect(events).toEqual(['consent.declined']);
    expect((await someone.call('GET', '/session')).status).toBe(401);
    expect((await logIn()).body).toMatchObject({ owed: ['consent'] });
  });

  test('P-03 the maker’s own people are not asked', async () => {
    const { logIn } = await newPerson(expiresByMail, { agreed: false, kind: 'maker' });
    expect((await logIn()).body).toMatchObject({ owed: [] });
  });

  test('P-03 a version of a day to come is met from that day on in the site’s zone, at the next login, without a restart', async () => {
    const { someone, logIn } = await newPerson('conference', { kind: 'dealer' });
    const read = (version: string) => someone.call('GET', `/documents/privacy-consent?version=${version}`);
    moveTo(new Date(laterAt.getTime() - 1));
    expect((await logIn()).body).toMatchObject({ owed: [] });
    expect((await read(laterVersion)).status).toBe(404);
    server.clock.move(1);
    expect(await owed(someone)).toEqual([]);
    expect((await someone.call('GET', '/consents')).body).toMatchObject({ inForce: [consent(laterVersion)], owed: [] });
    expect((await read(laterVersion)).text).toContain(laterVersion);
    expect((await read('2026-11-01')).status).toBe(200);
    expect((await logIn()).body).toMatchObject({ owed: ['consent'] });
    expect(await someone.call('GET', `/organizations/org_${'0'.repeat(8)}/x`)).toMatchObject({ status: 404 });
    expect((await someone.call('POST', '/consents', { agreed: [consent(laterVersion)] })).status).toBe(204);
    expect((await logIn()).body).toMatchObject({ owed: [] });
    expect((await someone.call('GET', '/consents')).body.agreed).toEqual([
      expect.objectContaining(consent(laterVersion)),
      expect.objectContaining(consent('2026-11-01')),
    ]);
  });
});

describe('P-12 passwords that expire', () => {
  test('P-12 changed at login: the warning comes with the days left, then nothing works before the change', async () => {
    moveTo(new Date('2026-12-05T03:00:00Z'));
    const expires = new Date('2027-03-05T03:00:00Z');
    const { someone, logIn } = await newPerson(expiresAtLogin);
    expect((await logIn()).body).toMatchObject({ owed: [], passwordDaysLeft: null });
    moveTo(new Date(expires.getTime() - 7 * daysMs));
    expect((await logIn()).body).toMatchObject({ owed: [], passwordDaysLeft: 7 });
    moveTo(new Date(expires.getTime() - minutesMs));
    expect((await logIn()).body).toMatchObject({ owed: [], passwordDaysLeft: 1 });
    server.clock.move(minutesMs);
    expect(await owed(someone)).toEqual(['password']);
    expect(await someone.call('GET', '/consents')).toMatchObject(stepOwed('password'));
    expect((await logIn()).body).toMatchObject({ owed: ['password'], passwordDaysLeft: null });
    const change = (newPassword: string) => someone.call('POST', '/session/password', { password, newPassword });
    expect(await change(password)).toMatchObject({ status: 422, body: { type: '/problems/accounts/password-same' } });
    expect((await change(nextPassword)).body).toMatchObject({ owed: [], passwordDaysLeft: null });
    expect((await someone.call('GET', '/consents')).status).toBe(200);
  });

  test('P-12 reset by mail: only who types the right password hears of it, and the code alone opens the account', async () => {
    const { someone, logIn, loginId, mail } = await newPerson(expiresByMail);
    server.clock.move(180 * daysMs - minutesMs);
    expect((await logIn()).body).toMatchObject({ owed: [], passwordDaysLeft: 1 });
    server.clock.move(minutesMs);
    expect((await someone.call('GET', '/session')).status).toBe(401);
    const stranger = person(server.url, expiresByMail);
    expect(await logIn('Mistake-26a', stranger)).toMatchObject({
      status: 401,
      body: { type: '/problems/accounts/login-refused-or-locked' },
    });
    const told = { status: 403, body: { type: '/problems/accounts/password-expired' } };
    for (let n = 0; n < 8; n += 1) expect(await logIn(password)).toMatchObject(told);
    expect(someone.cookies.has(`__Host-${expiresByMail}`)).toBe(true);
    expect((await someone.call('GET', '/session')).status).toBe(401);
    await someone.create('/password-resets', { account: loginId });
    const { text } = await server.mail.waitFor((one) => one.to === mail);
    const code = /(?:確認コード|code): (\d+)/.exec(text)?.[1];
    const { body } = await someone.call('POST', '/password-resets/code', { loginId, code });
    const set = (wished: string) => someone.call('POST', '/passwords', { token: body.passwordToken, password: wished });
    expect(await set(password)).toMatchObject({ status: 422, body: { type: '/problems/accounts/password-same' } });
    expect((await set(nextPassword)).status).toBe(204);
    expect((await logIn(nextPassword)).body).toMatchObject({ owed: [] });
  });
});

describe('P-12 a password that somebody else chose', () => {
  test('P-12 is changed first, in the order of the site’s steps, and opens nothing else', async () => {
    const { someone, logIn } = await newPerson(expiresAtLogin, { initial: true, agreed: false });
    expect((await logIn()).body).toMatchObject({ owed: ['password', 'consent'] });
    expect(await someone.call('GET', '/consents')).toMatchObject(stepOwed('password'));
    expect(await someone.call('POST', '/consents/decline')).toMatchObject(stepOwed('password'));
    await someone.call('POST', '/session/password', { password, newPassword: nextPassword });
    expect(await owed(someone)).toEqual(['consent']);
    const { body } = await someone.call('GET', '/consents');
    expect((await someone.call('POST', '/consents', { agreed: body.owed })).status).toBe(204);
    expect(await owed(someone)).toEqual([]);
  });

  test('P-12 is good for the hours that the site gives it; after that a mailed link opens the account', async () => {
    const { someone, logIn, mail } = await newPerson(expiresAtLogin, { initial: true });
    server.clock.move(24 * hoursMs);
    expect(await logIn()).toMatchObject({ status: 403, body: { type: '/problems/accounts/password-expired' } });
    await someone.create('/password-resets', { account: mail });
    const token = tokenIn((await server.mail.waitFor((one) => one.to === mail)).text);
    expect((await someone.call('POST', '/passwords', { token, password })).status).toBe(422);
    expect((await someone.call('POST', '/passwords', { token, password: nextPassword })).status).toBe(204);
    expect((await logIn(nextPassword)).body).toMatchObject({ owed: [] });
  });
});

describe('what is held back', () => {
  test('P-12 P-03 every closed route that is not declared open to a step answers that it is owed', async () => {
    const { someone, logIn } = await newPerson('conference', { agreed: false, kind: 'dealer' });
    await logIn();
    const closed = allRoutes.filter(({ route }) => route.access !== 'public');
    const held = closed.filter(
      ({ route }) => route.whileOwing !== 'anything' && !route.whileOwing?.includes('consent'),
    );
    const open = closed.filter((one) => !held.includes(one));
    expect(open.map(({ route }) => route.operationId).toSorted()).toEqual([
      'declineConsents',
      'endActing',
      'getConsents',
      'getSession',
      'giveConsents',
      'updateSession',
    ]);
    expect(held.length).toBeGreaterThanOrEqual(15);
    for (const { route } of held) {
      const path = route.path.replace('/api/{site}', '').replaceAll(/\{\w+\}/g, 'x');
      const answer = await someone.call(route.method.toUpperCase(), path);
      expect({ route: route.operationId, ...answer }).toMatchObject(stepOwed('consent'));
    }
  });

  test('P-03 to public routes somebody who owes anything is a stranger', async () => {
    const { someone, logIn } = await newPerson(expiresByMail);
    await logIn();
    const made = await someone.call('POST', '/drafts', { kind: 'sign-up', values: { company: '見本' } });
    const path = `/drafts/${String(made.body.id)}`;
    expect((await someone.call('GET', path)).status).toBe(200);
    await server.app.db.deleteFrom('consents').where('site_id', '=', expiresByMail).execute();
    expect(await owed(someone)).toEqual(['consent']);
    expect((await someone.call('GET', path)).status).toBe(404);
    expect((await someone.call('GET', '')).status).toBe(200);
    expect((await someone.call('DELETE', '/session')).status).toBe(204);
    expect((await someone.call('GET', '/session')).status).toBe(401);
  });
});
