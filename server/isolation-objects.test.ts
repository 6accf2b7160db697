import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { callerAddress, fetchFrom } from '../proof/kit/fetch-from.ts';
import { makeWebhook } from '../tools/test/webhooks.ts';
import { makeApiKey } from '../tools/test/api-keys.ts';
import { giveStock } from '../tools/test/licence-stock.ts';
import { assignLicences } from '../tools/test/licences.ts';
import { giveAddress, plantAlarm } from '../tools/test/alarms.ts';
import { giveActivationKeys, randomHex } from '../tools/test/activation-keys.ts';
import { bulkCsv, pairsOf } from '../tools/test/bulk.ts';
import { giveDevices, newSerial, register, wishFor } from '../tools/test/devices.ts';
import { writeEverySite } from '../tools/test/every-capability.ts';
import { uploadFile } from '../tools/test/imports.ts';
import {
  dealerSite,
  everybodysPassword,
  makeBelow,
  newColleague,
  newOrganization,
  siteOf,
  type Colleague,
} from '../tools/test/organizations.ts';
import { person, type Answer, type Person } from '../tools/test/person.ts';
import { fillPath } from '../tools/test/routes.ts';
import { startTestServer, type TestServer } from '../tools/test/server.ts';
import { civilDay } from '../domain/site/civil-day.ts';
import { allRoutes } from './capabilities.ts';
import { after, hoursMs } from './kernel/clock.ts';
import { sessionCookie } from './kernel/http/cookies.ts';
import { insideId, newId } from './kernel/ids.ts';
import type { Route } from './kernel/http/route.ts';

/** All that any site can, with dealers that have others below them. */
const siteId = 'halls';
const fillHalls = (folder: string) => writeEverySite(folder, parse(dealerSite) as Record<string, unknown>);

/** Stands in all that the victim owns. */
const canary = 'カナリア';
const victimName = `${canary}商会`;
const deviceId = randomHex(16);

const actorNames = [
  'another dealer',
  'a dealer below',
  'a dealer whose grant has ended',
  'a customer of another dealer',
  'a user of another site',
  'a user who was dismissed',
  'nobody',
] as const;
type ActorName = (typeof actorNames)[number];
const loggedIn: readonly ActorName[] = actorNames.slice(0, 4);

let server: TestServer;
/** Ways in which somebody is not entitled to the victim's things. */
const actors = new Map<ActorName, { someone: Person; organization: string }>();
let victim: Colleague;
/** The victim's things by their place in a path. */
let known: Record<string, string>;
/** What must not show to anybody. */
let secrets: string[];
/** The victim's unit, and batteries that are nobody's. */
let theirSerial: string;
let free: string;

const newOwnerOf = async (organization: string) => newColleague(server, organization, 'owner', { siteId });
const newDealer = async (name: string) => newOwnerOf(await newOrganization(server, 'dealer', name, siteId));
/** The outside ID of what was made, if anything was. */
async function done(answer: Promise<Answer>): Promise<string> {
  const { status, body, text } = await answer;
  if (status >= 300) throw new Error(text);
  return String(body.id);
}

const owner = (name: string, mail: string) => ({ name, mail, language: 'ja' });
const firstOf = (answer: Answer) => String((answer.body.items as { id: string }[])[0]?.id);

/** A dealer below another, with something in every room. */
async function furnish(operator: Colleague): Promise<void> {
  const parent = await newDealer('見本総代理店');
  const below = { kind: 'dealer', name: victimName, owner: owner(`${canary}一郎`, 'first@example.jp') };
  const own = await done(parent.create(`${parent.path}/organizations`, below));
  victim = await newOwnerOf(own);
  const { path } = victim;
  const colleague = await newColleague(server, own, 'manager', { siteId });
  const linked = await newDealer('別の管理店');
  const keys = await giveActivationKeys(server, 2, { site: siteId });
  const issue = { category: 'conference-unit', deviceId, activationKeys: [keys[0]] };
  await done(victim.create(`${path}/registration-keys`, issue));
  const lines = [`${canary}ビル`, `${canary}会議室`];
  await done(victim.call('PUT', `${path}/registration-keys/installations/${deviceId}`, { lines }));
  await done(operator.create(`${operator.path}/acting`, { of: own, reason: `${canary}のお手伝い` }));
  await done(operator.call('DELETE', '/acting'));
  const [serial = '', ended = ''] = await giveDevices(server, 2, { site: siteId });
  const device = await done(register(victim, serial, { company: `${canary}商会`, remarks: canary }));
  const offered = { to: 'buyer-of-theirs@example.jp' };
  const end = { endedOn: '2026-11-01', reason: `${canary}の廃棄` };
  const old = await done(register(victim, ended, {}));
  const phone = '+81312345678';
  const reached = { phone, dealer_code: 'linked01' };
  await server.app.db
    .updateTable('organizations')
    .set(reached)
    .where('id', '=', insideId(linked.organization))
    .execute();
  const terms = { dealer: 'linked01', phone, devices: [device], configure: false, until: '' };
  const file = await uploadFile(victim, 'bulk-issue', bulkCsv(pairsOf(keys)), `${canary}.csv`);
  const customer = await makeBelow(victim, 'customer', { name: `${canary}家` });
  const managed = { to: own, rights: ['configure'], until: null };
  await done(operator.create(`${operator.path}/organizations/${customer}/grants`, managed));
  const line = { type: 'direct', termMonths: 12, quantity: 1 };
  const day = civilDay(after(server.clock.now(), 30 * 24 * hoursMs), siteOf(server, siteId).timeZone);
  const planned = { customer, lines: [line], day };
  const plan = await victim.create(`${path}/licence-plans`, planned);
  await giveStock(server, siteId, own, [line]);
  const [assigned] = await assignLicences(victim, customer, line);
  const invitation = { ...owner(`${canary}三郎`, 'third@example.jp'), role: 'member' };
  known = {
    organization: own,
    other: own,
    user: colleague.id,
    grant: await grantTo(operator, linked, ['list']),
    invitation: await done(victim.create(`${path}/invitations`, invitation)),
    order: await giveStock(server, siteId, own, [line], { number: `${canary}-1` }),
    licence: String(assigned?.licences[0]),
    plan: String((plan.body.plans as string[])[0]),
    session: firstOf(await victim.call('GET', '/account/sessions')),
    import: file.shown.id,
    acting: firstOf(await victim.call('GET', `${path}/acting`)),
    event: await anEvent(),
    deviceId,
    device,
    transfer: await done(victim.create(`${path}/devices/${device}/offer`, offered)),
    link: await done(victim.create(`${path}/maintenance-links`, terms)),
    endReport: await done(victim.create(`${path}/devices/${old}/end-report`, end)),
    number: String(keys[0]?.number),
    alarm: await plantAlarm(server, siteId, serial, canary),
    group: await done(victim.create(`${path}/device-groups`, { name: canary, devices: [device] })),
    request: await done(victim.create(`${path}/contact-requests`, { kind: 'usage', text: canary })),
    webhook: await plantWebhook(),
    key: (await makeApiKey(victim, ['devices:read'], { name: canary })).id,
    address: await giveAddress(server, victim, 'canary-staff@example.jp', 'ja', siteId),
  };
  theirSerial = serial;
  [free = ''] = await giveDevices(server, 1, { site: siteId, model: 'BP1500' });
  secrets = [canary, deviceId, serial, ended, offered.to, String(keys[0]?.number), victim.mail, colleague.mail];
}

/** One of the victim's log, as soon as it stands there. */
async function anEvent(): Promise<string> {
  return vi.waitFor(async () => {
    const event = firstOf(await victim.call('GET', `${victim.path}/audit`));
    if (!event.startsWith('evt_')) throw new Error('nothing is in the log yet');
    return event;
  });
}

/** One that nothing is ever sent to. */
async function plantWebhook(): Promise<string> {
  const { id } = await makeWebhook(victim, `https://receiver.invalid/${encodeURIComponent(canary)}`, [
    'devices.changed',
  ]);
  await victim.call('PUT', `${victim.path}/webhooks/${id}/switch`, { on: false });
  return id;
}

const grantTo = (operator: Colleague, to: Colleague, rights: string[]) =>
  done(operator.create(`${grantsPath(operator)}`, { to: to.organization, rights, until: null }));
const grantsPath = (operator: Colleague) => `${operator.path}/organizations/${victim.organization}/grants`;

async function placeActors(operator: Colleague): Promise<void> {
  const enter = (name: ActorName, { cookies, organization }: Pick<Colleague, 'cookies' | 'organization'>) => {
    const someone = person(server.url, siteId, 'ja', fetchFrom(callerAddress(actors.size)));
    for (const token of cookies.values()) someone.cookies.set(sessionCookie(siteId), token);
    actors.set(name, { someone, organization });
  };
  const other = await newDealer('見本販売');
  enter('another dealer', other);
  const branch = { kind: 'dealer', name: '見本支店', owner: owner('見本 支店', 'branch@example.jp') };
  enter('a dealer below', await newOwnerOf(await done(victim.create(`${victim.path}/organizations`, branch))));
  const revoked = await newDealer('元の代理店');
  const grant = await grantTo(operator, revoked, ['list', 'read']);
  await done(operator.call('DELETE', `${grantsPath(operator)}/${grant}`));
  enter('a dealer whose grant has ended', revoked);
  enter('a customer of another dealer', await newOwnerOf(await makeBelow(other, 'customer')));
  const elsewhere = await newOrganization(server, 'dealer', '他社', 'conference');
  enter('a user of another site', await newColleague(server, elsewhere, 'owner', { siteId: 'conference' }));
  const dismissed = await newColleague(server, victim.organization, 'member', { siteId });
  await done(victim.call('DELETE', `${victim.path}/members/${dismissed.id}`));
  enter('a user who was dismissed', dismissed);
  enter('nobody', { cookies: new Map(), organization: other.organization });
}

beforeAll(async () => {
  server = await startTestServer({ moreSites: { [siteId]: fillHalls } });
  const operator = await newOwnerOf(await newOrganization(server, 'maker', '', siteId));
  await furnish(operator);
  await placeActors(operator);
});
afterAll(() => server.close());

const aboutThings = allRoutes.filter(({ route }) =>
  /\/\{(?!site\}|document\}|postalCode\}|kind\}|signUp\}|draft\})/.test(route.path),
);
const lists = allRoutes.filter(
  ({ route }) => route.method === 'get' && route.path.includes('{site}') && route.access !== 'public',
);
/** An answer without what differs by nature: the request, and what was asked for said back. */
const comparable = ({ status, text }: Answer) =>
  `${status} ${text}`.replace(/"requestId":"[^"]*"/, '').replaceAll(deviceId, fillPath('{deviceId}', ''));

/** Bodies that would be taken, so that nothing but whose the thing is can be the reason; a route that needs one and is not here fails below. */
function bodyOf({ body, operationId }: Route): unknown {
  const bodies: Record<string, unknown> = {
    chooseGroupOfDevice: { group: null },
    changeWebhook: { name: '変更', url: 'https://receiver.invalid/', kinds: ['devices.changed'] },
    switchWebhook: { on: true },
    changeMailNotices: { events: ['error'] },
    changeRole: { role: 'viewer' },
    moveOrganization: { parent: null, reason: '変更' },
    closeOrganization: { successor: null, seen: 0, reason: '終了' },
    giveGrant: { to: `org_${newId()}`, rights: ['list'], until: null },
    confirmImport: { hash: 'a'.repeat(64) },
    storeInstallation: { lines: ['会議室', ''] },
    offerDevice: { to: 'somebody@example.jp' },
    orderTransfer: { to: 'somebody@example.jp', reason: '変更' },
    acceptTransfer: { dealers: [] },
    replaceDevice: { serial: 'AB1234566', reason: '故障' },
    reportEnd: { endedOn: '2026-11-01', reason: '廃棄' },
    endDevice: { endedOn: '2026-11-01', reason: '廃棄' },
    releaseDevice: { reason: '再整備' },
    releaseWrongClaim: { reason: '誤登録', evidence: '納品書' },
    decideEndReport: { decision: 'set', answer: '' },
    changeDevice: { values: { remarks: '変更' } },
    changeDeviceSettings: { values: { reserve: 30 } },
    acknowledgeAlarm: { note: '' },
    changeMaintenanceLink: { configure: true, until: '' },
    changeDeviceGroup: { name: '変更', devices: [] },
    chooseTonerManager: { user: null },
    moveLicence: { device: null },
    setLicenceAside: { device: null },
    chooseDeviceRenewal: { renews: true },
    handLicences: { to: `org_${newId()}`, licences: [`lic_${newId()}`], reason: '訂正' },
    correctCustomerAddress: { mail: 'corrected@example.jp' },
    correctAccountAddress: { mail: 'corrected@example.jp', reason: '訂正' },
    correctCounters: { at: '2026-11-01T00:00:00Z', values: { total: 1 }, reason: '訂正' },
  };
  return body && (bodies[operationId] ?? {});
}

/** What must be asked for. */
function wishOf({ path, operationId }: Route): string {
  if (operationId === 'showCountersOfDevice') return '?from=2026-10&to=2026-11';
  if (operationId === 'getLicenceRenewal') return '?type=direct&lastDay=2027-12-31';
  if (operationId === 'listCounterEntries') return '?from=2026-11-01T00:00:00Z&until=2026-11-02T00:00:00Z';
  return /\/exports\/\w[\w-]*$/.test(path) ? '?format=csv' : '';
}

function ask(route: Route, someone: Person, path: string): Promise<Answer> {
  const headers = {
    ...(route.idempotent && { 'idempotency-key': newId() }),
    ...(route.versioned && { 'if-match': '"1"' }),
  };
  return someone.call(
    route.method.toUpperCase(),
    path + wishOf(route),
    route.upload ? undefined : bodyOf(route),
    headers,
  );
}

test('P-02 the victim has something at every place of a path that names things of an organization', async () => {
  const places = aboutThings.flatMap(({ route }) =>
    [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name)),
  );
  // Things of the maker and of a person’s own, which are looked at where they live.
  const others = [
    'site',
    'passkey',
    'notice',
    'mailing',
    'token',
    'window',
    'batch',
    'mail',
    'delivery',
    'kind',
    'period',
  ];
  expect([...new Set(places)].filter((name) => !others.includes(name)).toSorted()).toEqual(
    Object.keys(known).toSorted(),
  );
  expect(Object.values(known)).not.toContain('undefined');
  expect(aboutThings.length).toBeGreaterThanOrEqual(80);
});

function actorNamed(name: ActorName) {
  const actor = actors.get(name);
  if (!actor) throw new Error(`${name} is not there`);
  return actor;
}

describe.each(actorNames)('P-02 to %s', (name) => {
  test('every route with things of another organization in its path answers as with unknown ones, byte for byte', async () => {
    const { someone, organization } = actorNamed(name);
    const { organization: theirs = '', ...things } = known;
    for (const { route } of aboutThings) {
      const paths = [
        fillPath(route.path, theirs, things),
        fillPath(route.path, `org_${newId()}`),
        fillPath(route.path, organization, things),
        fillPath(route.path, organization),
      ];
      // One address is asked once: the log of who asked grows by it.
      const answers = new Map(
        await Promise.all(
          [...new Set(paths)].map(
            async (path) => [path, [route.operationId, comparable(await ask(route, someone, path))]] as const,
          ),
        ),
      );
      const [real, unknown, realAtHome, unknownAtHome] = paths.map((path) => answers.get(path));
      expect(real).toEqual(unknown);
      expect(realAtHome).toEqual(unknownAtHome);
      const named = Object.keys(things).some((place) => route.path.includes(`{${place}}`));
      expect(named && realAtHome?.[1]?.startsWith('400')).toBe(false);
    }
  });

  test('bodies and filters that name theirs read like those that name nobody’s', async () => {
    const { someone, organization } = actorNamed(name);
    const path = `/organizations/${organization}`;
    const askAbout = async (other: string, user: string, serial: string) => {
      const answers = [
        await someone.create(`${path}/acting`, { of: other, reason: '確認' }),
        await someone.call('POST', `${path}/hand-over`, { user, password: everybodysPassword }),
        await someone.call('GET', `${path}/organizations?parent=${other}`),
        await someone.call('GET', `${path}/devices?organization=${other}`),
        await someone.call('GET', `${path}/devices?serial=${serial}`),
        await someone.create(`${path}/devices`, wishFor(serial)),
        await someone.create(`${path}/devices`, wishFor(free, {}, { for: other })),
        await someone.create(`${path}/devices`, wishFor(free, {}, { registeredTo: serial })),
      ];
      return answers.map(comparable);
    };
    const theirs = await askAbout(String(known['other']), String(known['user']), theirSerial);
    const never = newSerial(siteOf(server, siteId), 'SB1500-R');
    expect(theirs).toEqual(await askAbout(`org_${newId()}`, `usr_${newId()}`, never));
  });

  test('nothing of it shows in any list, report or file', async () => {
    const { someone, organization } = actorNamed(name);
    for (const { route } of lists) {
      const { text } = await ask(route, someone, fillPath(route.path, organization));
      // Who is below somebody knows by name whom it is below.
      const known = name === 'a dealer below' ? text.replaceAll(victimName, '') : text;
      // Whoever typed a device ID finds it in the log of what they did themselves.
      const told = /audit/i.test(route.operationId) ? known.replaceAll(deviceId, '') : known;
      for (const secret of secrets) expect(told).not.toContain(secret);
    }
  });
});

test('P-02 all of it is still there, and those who asked are still logged in', async () => {
  const path = (place: string) => `${victim.path}/${place}`;
  const texts = await Promise.all(
    ['members', 'invitations', 'imports', 'acting', 'registration-keys', 'devices'].map(
      async (place) => (await victim.call('GET', path(place))).text,
    ),
  );
  for (const text of texts) expect(secrets.some((secret) => text.includes(secret))).toBe(true);
  for (const [name, { someone }] of actors) {
    expect((await someone.call('GET', '/session')).status).toBe(loggedIn.includes(name) ? 200 : 401);
  }
});
