import { vi } from 'vitest';
import { parse } from 'yaml';
import { callerAddress, fetchFrom } from '../../proof/kit/fetch-from.ts';
import { makeWebhook } from './webhooks.ts';
import { makeApiKey } from './api-keys.ts';
import { giveStock } from './licence-stock.ts';
import { assignLicences } from './licences.ts';
import { giveAddress, plantAlarm } from './alarms.ts';
import { giveActivationKeys, randomHex } from './activation-keys.ts';
import { bulkCsv, pairsOf } from './bulk.ts';
import { giveDevices, register } from './devices.ts';
import { writeEverySite } from './every-capability.ts';
import { uploadFile } from './imports.ts';
import { dealerSite, makeBelow, newColleague, newOrganization, siteOf, type Colleague } from './organizations.ts';
import { person, type Answer, type Person } from './person.ts';
import { type TestServer } from './server.ts';
import { civilDay } from '../../domain/site/civil-day.ts';
import { after, hoursMs } from '../../server/kernel/clock.ts';
import { sessionCookie } from '../../server/kernel/http/cookies.ts';
import { insideId } from '../../server/kernel/ids.ts';

/** All that any site can, with dealers that have others below them. */
export const hallsSite = 'halls';
export const writeHalls = (folder: string) => writeEverySite(folder, parse(dealerSite) as Record<string, unknown>);

/** Stands in all that the victim owns. */
const canary = 'カナリア';
export const victimName = `${canary}商会`;
export const deviceId = randomHex(16);

export const actorNames = [
  'another dealer',
  'a dealer below',
  'a dealer whose grant has ended',
  'a customer of another dealer',
  'a user of another site',
  'a user who was dismissed',
  'nobody',
] as const;
export type ActorName = (typeof actorNames)[number];
export const loggedIn: readonly ActorName[] = actorNames.slice(0, 4);

export type Halls = {
  victim: Colleague;
  /** Ways in which somebody is not entitled to the victim's things. */
  actors: Map<ActorName, { someone: Person; organization: string }>;
  /** The victim's things by their place in a path. */
  known: Record<string, string>;
  /** What must not show to anybody. */
  secrets: string[];
  /** The victim's unit, and batteries that are nobody's. */
  theirSerial: string;
  free: string;
};

const newOwnerOf = async (server: TestServer, organization: string) =>
  newColleague(server, organization, 'owner', { siteId: hallsSite });
const newDealer = async (server: TestServer, name: string) =>
  newOwnerOf(server, await newOrganization(server, 'dealer', name, hallsSite));
/** The outside ID of what was made, if anything was. */
async function done(answer: Promise<Answer>): Promise<string> {
  const { status, body, text } = await answer;
  if (status >= 300) throw new Error(text);
  return String(body.id);
}

const owner = (name: string, mail: string) => ({ name, mail, language: 'ja' });
const firstOf = (answer: Answer) => String((answer.body.items as { id: string }[])[0]?.id);

/** A dealer below another, with something in every room. */
async function furnish(server: TestServer, operator: Colleague): Promise<Omit<Halls, 'actors'>> {
  const parent = await newDealer(server, '見本総代理店');
  const below = { kind: 'dealer', name: victimName, owner: owner(`${canary}一郎`, 'first@example.jp') };
  const own = await done(parent.create(`${parent.path}/organizations`, below));
  const victim = await newOwnerOf(server, own);
  const { path } = victim;
  const colleague = await newColleague(server, own, 'manager', { siteId: hallsSite });
  const linked = await newDealer(server, '別の管理店');
  const keys = await giveActivationKeys(server, 2, { site: hallsSite });
  const issue = { category: 'conference-unit', deviceId, activationKeys: [keys[0]] };
  await done(victim.create(`${path}/registration-keys`, issue));
  const lines = [`${canary}ビル`, `${canary}会議室`];
  await done(victim.call('PUT', `${path}/registration-keys/installations/${deviceId}`, { lines }));
  await done(operator.create(`${operator.path}/acting`, { of: own, reason: `${canary}のお手伝い` }));
  await done(operator.call('DELETE', '/acting'));
  const [serial = '', ended = ''] = await giveDevices(server, 2, { site: hallsSite });
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
  const day = civilDay(after(server.clock.now(), 30 * 24 * hoursMs), siteOf(server, hallsSite).timeZone);
  const planned = { customer, lines: [line], day };
  const plan = await victim.create(`${path}/licence-plans`, planned);
  await giveStock(server, hallsSite, own, [line]);
  const [assigned] = await assignLicences(victim, customer, line);
  const invitation = { ...owner(`${canary}三郎`, 'third@example.jp'), role: 'member' };
  const known = {
    organization: own,
    other: own,
    user: colleague.id,
    grant: await grantTo(operator, victim, linked, ['list']),
    invitation: await done(victim.create(`${path}/invitations`, invitation)),
    order: await giveStock(server, hallsSite, own, [line], { number: `${canary}-1` }),
    licence: String(assigned?.licences[0]),
    plan: String((plan.body.plans as string[])[0]),
    session: firstOf(await victim.call('GET', '/account/sessions')),
    import: file.shown.id,
    acting: firstOf(await victim.call('GET', `${path}/acting`)),
    event: await anEvent(victim),
    deviceId,
    device,
    transfer: await done(victim.create(`${path}/devices/${device}/offer`, offered)),
    link: await done(victim.create(`${path}/maintenance-links`, terms)),
    endReport: await done(victim.create(`${path}/devices/${old}/end-report`, end)),
    number: String(keys[0]?.number),
    alarm: await plantAlarm(server, hallsSite, serial, canary),
    group: await done(victim.create(`${path}/device-groups`, { name: canary, devices: [device] })),
    request: await done(victim.create(`${path}/contact-requests`, { kind: 'usage', text: canary })),
    webhook: await plantWebhook(victim),
    key: (await makeApiKey(victim, ['devices:read'], { name: canary })).id,
    address: await giveAddress(server, victim, 'canary-staff@example.jp', 'ja', hallsSite),
  };
  const [free = ''] = await giveDevices(server, 1, { site: hallsSite, model: 'BP1500' });
  const secrets = [canary, deviceId, serial, ended, offered.to, String(keys[0]?.number), victim.mail, colleague.mail];
  return { victim, known, secrets, theirSerial: serial, free };
}

/** One of the victim's log, as soon as it stands there. */
async function anEvent(victim: Colleague): Promise<string> {
  return vi.waitFor(async () => {
    const event = firstOf(await victim.call('GET', `${victim.path}/audit`));
    if (!event.startsWith('evt_')) throw new Error('nothing is in the log yet');
    return event;
  });
}

/** One that nothing is ever sent to. */
async function plantWebhook(victim: Colleague): Promise<string> {
  const { id } = await makeWebhook(victim, `https://receiver.invalid/${encodeURIComponent(canary)}`, [
    'devices.changed',
  ]);
  await victim.call('PUT', `${victim.path}/webhooks/${id}/switch`, { on: false });
  return id;
}

const grantTo = (operator: Colleague, victim: Colleague, to: Colleague, rights: string[]) =>
  done(operator.create(`${grantsPath(operator, victim)}`, { to: to.organization, rights, until: null }));
const grantsPath = (operator: Colleague, victim: Colleague) =>
  `${operator.path}/organizations/${victim.organization}/grants`;

async function placeActors(server: TestServer, operator: Colleague, victim: Colleague): Promise<Halls['actors']> {
  const actors: Halls['actors'] = new Map();
  const enter = (name: ActorName, { cookies, organization }: Pick<Colleague, 'cookies' | 'organization'>) => {
    const someone = person(server.url, hallsSite, 'ja', fetchFrom(callerAddress(actors.size)));
    for (const token of cookies.values()) someone.cookies.set(sessionCookie(hallsSite), token);
    actors.set(name, { someone, organization });
  };
  const other = await newDealer(server, '見本販売');
  enter('another dealer', other);
  const branch = { kind: 'dealer', name: '見本支店', owner: owner('見本 支店', 'branch@example.jp') };
  enter('a dealer below', await newOwnerOf(server, await done(victim.create(`${victim.path}/organizations`, branch))));
  const revoked = await newDealer(server, '元の代理店');
  const grant = await grantTo(operator, victim, revoked, ['list', 'read']);
  await done(operator.call('DELETE', `${grantsPath(operator, victim)}/${grant}`));
  enter('a dealer whose grant has ended', revoked);
  enter('a customer of another dealer', await newOwnerOf(server, await makeBelow(other, 'customer')));
  const elsewhere = await newOrganization(server, 'dealer', '他社', 'conference');
  enter('a user of another site', await newColleague(server, elsewhere, 'owner', { siteId: 'conference' }));
  const dismissed = await newColleague(server, victim.organization, 'member', { siteId: hallsSite });
  await done(victim.call('DELETE', `${victim.path}/members/${dismissed.id}`));
  enter('a user who was dismissed', dismissed);
  enter('nobody', { cookies: new Map(), organization: other.organization });
  return actors;
}

/** A victim and those who must see nothing of it. */
export async function furnishHalls(server: TestServer): Promise<Halls> {
  const operator = await newOwnerOf(server, await newOrganization(server, 'maker', '', hallsSite));
  const furnished = await furnish(server, operator);
  return { ...furnished, actors: await placeActors(server, operator, furnished.victim) };
}
