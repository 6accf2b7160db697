import { setTimeout as sleep } from 'node:timers/promises';
import { holds, permissions, type Permission } from '../../domain/accounts/permissions.ts';
import { allRoutes } from '../../server/capabilities.ts';
import { newId } from '../../server/kernel/ids.ts';
import type { Route } from '../../server/kernel/http/route.ts';
import { askRoute } from '../../tools/test/ask-route.ts';
import { actorNames, loggedIn, type Actor, type ActorName } from '../../tools/test/hall-actors.ts';
import { victimName, type Things } from '../../tools/test/hall-site.ts';
import type { Halls } from '../../tools/test/halls.ts';
import type { Answer } from '../../tools/test/person.ts';
import { fillPath } from '../../tools/test/routes.ts';

/** Who stands in for the victim's own people: shown what is theirs, refused what is beyond the role. */
const inside: ActorName = 'a viewer of theirs';
/** They know the victim by name: whom they are below, and whose the link was. */
const acquainted: readonly ActorName[] = ['a dealer below', 'a dealer whose link has ended'];
const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
/** As many files as one person may have written at once. */
const routesAtOnce = 2;
const againMs = 20;

export type Matrix = {
  halls: Halls;
  /** Asks until an answer settles it, where the server is killed meanwhile. */
  settle: (ask: () => Promise<Answer>) => Promise<Answer>;
  /** Which routes somebody is sent to; all of them in a proof. */
  takes: (route: number, actor: number) => boolean;
};

export type MatrixResult = {
  faults: string[];
  /** By what was asked for: somebody at a route for things of somebody else. */
  cases: Map<string, number>;
  answers: number;
};

/** What of a path names a thing; the rest names a kind, a day, or a place that is everybody's. */
const everybodys = new Set(['site', 'organization', 'document', 'postalCode', 'kind', 'period', 'signUp', 'token']);
export const placesOf = ({ path }: Pick<Route, 'path'>): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name)).filter((name) => !everybodys.has(name));

const ofSites = allRoutes.map(({ route }) => route).filter(({ path }) => path.includes('{site}'));

/** Sends actors to the routes, for what is others' and for what nobody ever had. All read before anybody changes what is their own. */
export async function walkMatrix(matrix: Matrix, names: readonly ActorName[]): Promise<MatrixResult> {
  const result: MatrixResult = { faults: [], cases: new Map(), answers: 0 };
  for (const isRead of [true, false]) await Promise.all(names.map((name) => walkAs(matrix, name, isRead, result)));
  return result;
}

async function walkAs(matrix: Matrix, name: ActorName, isRead: boolean, result: MatrixResult): Promise<void> {
  const { halls, settle, takes } = matrix;
  const actor = halls.actors.get(name);
  if (!actor) throw new Error(`${name} is not there`);
  const taken = ofSites.filter((_, index) => takes(index, actorNames.indexOf(name)));
  const waiting = taken.filter(({ method }) => (method === 'get') === isRead);
  const walk = async () => {
    for (let route = waiting.shift(); route; route = waiting.shift())
      await askFor({ halls, settle, name, actor, route, result });
  };
  await Promise.all(Array.from({ length: routesAtOnce }, walk));
}

type Visit = Pick<Matrix, 'halls' | 'settle'> & { name: ActorName; actor: Actor; route: Route; result: MatrixResult };

async function askFor(visit: Visit): Promise<void> {
  const { halls, name, actor, route, result } = visit;
  const places = placesOf(route);
  const hasOrganization = route.path.includes('{organization}');
  const own = fillPath(route.path, actor.organization);
  // Under a made-up organization is asked once, under one's own once more, and each real address is held to these.
  const nobodys = `org_${newId()}`;
  const unknown = hasOrganization ? await ask(visit, fillPath(route.path, nobodys)) : null;
  const unknownAtHome = places.length > 0 || mayGoAsItIs(visit) ? await ask(visit, own) : null;
  if (unknownAtHome && places.length === 0) count(result, route);
  for (const [whose, things] of Object.entries(halls.things)) {
    const { organization: theirs = '', ...withoutOrganization } = things;
    if (unknown && actor.organization !== theirs) {
      const real = await ask(visit, fillPath(route.path, theirs, things), things);
      compare(visit, `at the address of ${whose}`, real, unknown);
    }
    const isKnown = places.some((place) => things[place] !== undefined);
    if (!unknownAtHome || !isKnown || isRightfully(visit, whose)) continue;
    const atHome = await ask(visit, fillPath(route.path, actor.organization, withoutOrganization), things);
    compare(visit, `things of ${whose} at home`, atHome, unknownAtHome);
    if (atHome.startsWith('400'))
      result.faults.push(`${name}, ${route.operationId}: was not understood, so nothing was looked at: ${atHome}`);
  }
  if (unknown && isFirstOfPath(route)) await askOtherMethods(visit);
}

/** A method that the path does not know tells no more than at an address of nobody. */
async function askOtherMethods(visit: Visit): Promise<void> {
  const { halls, route } = visit;
  const things = halls.things['a dealer'];
  const declared = ofSites.filter(({ path }) => path === route.path).map(({ method }) => method);
  for (const method of methods.filter((one) => !declared.includes(one))) {
    const other = { ...route, method, body: undefined, versioned: false, idempotent: false } as unknown as Route;
    const real = await ask(
      { ...visit, route: other },
      fillPath(route.path, things['organization'] ?? '', things),
      things,
    );
    const unknown = await ask({ ...visit, route: other }, fillPath(route.path, `org_${newId()}`));
    compare(visit, method, real, unknown);
  }
}
const isFirstOfPath = (route: Route) => ofSites.find(({ path }) => path === route.path) === route;

/** Asks and gives what can be compared; what must not be in any answer is looked for at once. */
async function ask(visit: Visit, path: string, things: Things = {}): Promise<string> {
  const { halls, settle, name, actor, route, result } = visit;
  let answer = await settle(() => askRoute(route, actor.someone, path));
  while (answer.body['type'] === '/problems/exports/too-many') {
    await sleep(againMs);
    answer = await settle(() => askRoute(route, actor.someone, path));
  }
  result.answers += 1;
  const where = `${name}, ${route.method} ${path} (${route.operationId})`;
  if (answer.status >= 500 || answer.status === 429) result.faults.push(`${where}: ${answer.status} ${answer.text}`);
  const told = tellable(visit, answer, things);
  for (const secret of halls.secrets)
    if (told.includes(secret))
      result.faults.push(`${where}: the answer holds "${secret}": ${answer.text.slice(0, 400)}`);
  return shapeOf(answer, things);
}

/** The text of an answer without what this actor knows already. */
function tellable({ name, route }: Visit, { status, text }: Answer, { deviceId = '', number = '' }: Things): string {
  if (name === inside && status < 400) return '';
  const known = acquainted.includes(name) ? text.replaceAll(victimName, '') : text;
  // Whoever typed a device ID is told it back, and finds it in the log of what they did themselves.
  if (/audit/i.test(route.operationId)) return known.replaceAll(/[0-9A-F]{16}/g, '');
  return [deviceId, number].reduce((rest, one) => (one ? rest.replaceAll(one, '') : rest), known);
}

/** Status, headers and body; only the number of the request, the time of day and what was asked for, said back, may differ. */
function shapeOf({ status, headers, text }: Answer, { deviceId, number }: Things): string {
  const passing = ['x-request-id', 'date', 'set-cookie', 'connection', 'keep-alive', 'etag'];
  const shown = [...headers].filter(([name]) => !passing.includes(name));
  const typed = [deviceId, number, fillPath('{deviceId}', '')].filter((one) => one !== undefined);
  const body = typed.reduce((rest, one) => rest.replaceAll(one, '#'), text);
  return `${status} ${body.replace(/"requestId":"[^"]*"/, '')} ${JSON.stringify(shown)}`;
}

function compare({ name, route, result }: Visit, where: string, real: string, unknown: string): void {
  count(result, route);
  if (real !== unknown)
    result.faults.push(`${name}, ${route.operationId}, ${where}:\n  ${real}\nbut nobody's:\n  ${unknown}`);
}

function count({ cases }: MatrixResult, { operationId }: Route): void {
  cases.set(operationId, (cases.get(operationId) ?? 0) + 1);
}

/** Reading changes nothing, an empty body nothing either; what needs no body ends one's own session and the like, and is for who has none. */
function mayGoAsItIs({ name, route }: Visit): boolean {
  if (route.method === 'get') return true;
  return !route.path.includes('{organization}') && (route.body !== undefined || !loggedIn.includes(name));
}

/** Whether the things are those of this actor's own organization and not beyond the role. */
function isRightfully({ halls, name, actor, route }: Visit, whose: string): boolean {
  const things = halls.things[whose as keyof Halls['things']];
  if (name !== inside || things['organization'] !== actor.organization) return false;
  if (!permissions.includes(route.access as Permission)) return route.path.includes('{organization}');
  const isOwnAccount = !route.path.includes('{organization}');
  return !isOwnAccount && holds('dealer', 'viewer', route.access as Permission);
}

export const routesWithoutCase = (cases: ReadonlyMap<string, number>): string[] =>
  ofSites.map(({ operationId }) => operationId).filter((operationId) => !cases.get(operationId));

export const sumOf = (cases: ReadonlyMap<string, number>): number =>
  [...cases.values()].reduce((sum, one) => sum + one, 0);
