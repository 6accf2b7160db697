import { fetchFromMany } from '../../proof/kit/fetch-from.ts';
import { sessionCookie } from '../../server/kernel/http/cookies.ts';
import { bootstrap } from '../../edge/gateway/bootstrap.ts';
import { insideId } from '../../server/kernel/ids.ts';
import { makeApiKey } from './api-keys.ts';
import { giveDevices } from './devices.ts';
import { claimCode, factoryFileFor, gatewayModel } from './gateways.ts';
import { done, grantsPath, grantTo, hallsSite, newHallDealer, ownerNamed, type HallServer } from './hall-site.ts';
import { makeBelow, newColleague, newOrganization, type Colleague } from './organizations.ts';
import { person, type Person } from './person.ts';

export const actorNames = [
  'another dealer',
  'a viewer of another dealer',
  'a dealer below',
  'a dealer whose grant has ended',
  'a dealer whose link has ended',
  'a customer of another dealer',
  'a key of another dealer',
  'a viewer of theirs',
  'a user of another site',
  'an operator of another site',
  'a user who was dismissed',
  'a key that was revoked',
  'a device',
  'nobody',
] as const;
export type ActorName = (typeof actorNames)[number];
/** Who may log in, and so watches a page of their own. */
export const loggedIn: readonly ActorName[] = [
  'another dealer',
  'a viewer of another dealer',
  'a dealer below',
  'a dealer whose grant has ended',
  'a dealer whose link has ended',
  'a customer of another dealer',
  'a viewer of theirs',
];

/** They never had to do with those whose things are looked for, so no mail may tell them anything. */
export const strangers: readonly ActorName[] = [
  'another dealer',
  'a viewer of another dealer',
  'a customer of another dealer',
  'a user of another site',
];

/** Somebody who asks for what is not theirs, the organization they say they belong to, and their address if they have one. */
export type Actor = { someone: Person; organization: string; mail?: string | undefined };

type Present = { operator: Colleague; victim: Colleague; stranger: Colleague };

/** Enough addresses that no limit of requests a minute answers in place of what is looked at. */
const addressesOfActor = 12;
/** Keys of programs have such a limit each. */
const keysOfProgram = 8;

/** Somebody with what `cookies` hold, under the cookie's name at this site, wherever they come from. */
function arrive(server: HallServer, { cookies }: Pick<Colleague, 'cookies'>, first: number): Person {
  const someone = person(server.url, hallsSite, 'ja', fetchFromMany(addressesOfActor, first));
  for (const token of cookies.values()) someone.cookies.set(sessionCookie(hallsSite), token);
  return someone;
}

/** Who says by a header who it is, with one of these after the other. */
function withHeader(someone: Person, authorizations: readonly string[]): Person {
  let asked = 0;
  const call: Person['call'] = (method, path, body, headers = {}) => {
    asked += 1;
    const authorization = String(authorizations[asked % authorizations.length]);
    return someone.call(method, path, body, { ...headers, authorization });
  };
  return { ...someone, call, create: (path, body) => call('POST', path, body, { 'idempotency-key': newKey() }) };
}
const newKey = () => crypto.randomUUID();

/** Those who have no right, or no longer any, to what is the victim's, the maker's or another site's. */
export async function placeActors(server: HallServer, present: Present): Promise<Map<ActorName, Actor>> {
  const { operator, victim, stranger } = present;
  const nobody = { cookies: new Map<string, string>() };
  const actors = new Map<ActorName, Actor>();
  const enter = (
    name: ActorName,
    who: { cookies: Colleague['cookies']; mail?: string },
    organization: string,
    headers?: string[],
  ) => {
    const someone = arrive(server, who, actors.size * addressesOfActor);
    actors.set(name, { someone: headers ? withHeader(someone, headers) : someone, organization, mail: who.mail });
  };
  const colleague = (organization: string, role: 'owner' | 'member' | 'viewer', siteId = hallsSite) =>
    newColleague(server, organization, role, { siteId });

  const other = await newHallDealer(server, '見本販売');
  enter('another dealer', other, other.organization);
  enter('a viewer of another dealer', await colleague(other.organization, 'viewer'), other.organization);
  const branch = { kind: 'dealer', name: '見本支店', owner: ownerNamed('見本 支店', 'branch@example.jp') };
  const below = await done(victim.create(`${victim.path}/organizations`, branch));
  enter('a dealer below', await colleague(below, 'owner'), below);
  const revoked = await newHallDealer(server, '元の代理店');
  const grant = await grantTo(operator, victim, revoked, ['list', 'read']);
  await done(operator.call('DELETE', `${grantsPath(operator, victim)}/${grant}`));
  enter('a dealer whose grant has ended', revoked, revoked.organization);
  const unlinked = await formerlyLinked(server, victim);
  enter('a dealer whose link has ended', unlinked, unlinked.organization);
  const customer = await makeBelow(other, 'customer');
  enter('a customer of another dealer', await colleague(customer, 'owner'), customer);
  enter('a key of another dealer', nobody, other.organization, await keysOf(other));
  enter('a viewer of theirs', await colleague(victim.organization, 'viewer'), victim.organization);
  const elsewhere = await newOrganization(server, 'dealer', '他社', 'conference');
  enter('a user of another site', await colleague(elsewhere, 'owner', 'conference'), elsewhere);
  enter('an operator of another site', stranger, stranger.organization);
  const dismissed = await colleague(victim.organization, 'member');
  await done(victim.call('DELETE', `${victim.path}/members/${dismissed.id}`));
  enter('a user who was dismissed', dismissed, victim.organization);
  enter('a key that was revoked', nobody, victim.organization, [await revokedKey(victim)]);
  enter('a device', nobody, other.organization, [await aDevice(server)]);
  enter('nobody', nobody, other.organization);
  return actors;
}

/** A dealer that looked after all of the victim's devices until the link was ended. */
async function formerlyLinked(server: HallServer, victim: Colleague): Promise<Colleague> {
  const dealer = await newHallDealer(server, '前の管理店');
  const reached = { phone: '+81312340000', dealer_code: 'linked02' };
  await server.app.db
    .updateTable('organizations')
    .set(reached)
    .where('id', '=', insideId(dealer.organization))
    .execute();
  const terms = { dealer: 'linked02', phone: reached.phone, devices: null, configure: true, until: '' };
  const link = await done(victim.create(`${victim.path}/maintenance-links`, terms));
  await done(victim.call('DELETE', `${victim.path}/maintenance-links/${link}`));
  return dealer;
}

/** Programs that may do all that their maker may let them. */
async function keysOf(owner: Colleague): Promise<string[]> {
  const { scopes } = (await owner.call('GET', `${owner.path}/api-keys`)).body as { scopes: string[] };
  const made: string[] = [];
  // One after the other: each asks for the password, and tries at once count as guesses.
  while (made.length < keysOfProgram) made.push(`Bearer ${(await makeApiKey(owner, scopes)).token}`);
  return made;
}

async function revokedKey(victim: Colleague): Promise<string> {
  const { id, token } = await makeApiKey(victim, ['devices:read']);
  await done(victim.call('DELETE', `${victim.path}/api-keys/${id}`));
  return `Bearer ${token}`;
}

/** A device's credential at this very site, as it reports with over HTTPS. */
async function aDevice(server: HallServer): Promise<string> {
  const [serial = ''] = await giveDevices(server, 1, { site: hallsSite, model: gatewayModel, claimCode });
  const factory = await factoryFileFor(server.app, serial, gatewayModel, hallsSite);
  const { username, password } = await bootstrap(server.url, factory);
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
