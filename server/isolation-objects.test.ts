import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placesOf, routesWithoutCase, sumOf, walkMatrix } from '../proof/isolation/matrix.ts';
import { newSerial, wishFor } from '../tools/test/devices.ts';
import { actorNames, loggedIn, type ActorName } from '../tools/test/hall-actors.ts';
import { hallsSite, withHalls } from '../tools/test/hall-site.ts';
import { furnishHalls, type Halls } from '../tools/test/halls.ts';
import { everybodysPassword, siteOf } from '../tools/test/organizations.ts';
import type { Answer } from '../tools/test/person.ts';
import { startTestServer, type TestServer } from '../tools/test/server.ts';
import { allRoutes } from './capabilities.ts';
import { newId } from './kernel/ids.ts';

/** Of the whole matrix of `./engawa proof attacks-isolation`; each route is seen by some, and by others when the seed is another. */
const share = 5;
const seed = Number(process.env.SEED ?? randomInt(share));

let server: TestServer;
let halls: Halls;
const cases = new Map<string, number>();

beforeAll(async () => {
  server = await startTestServer({ moreSites: withHalls });
  halls = await furnishHalls(server);
});
afterAll(() => server.close());

test('P-02 somebody has something at every place of a path that names a thing', () => {
  const places = new Set(allRoutes.flatMap(({ route }) => placesOf(route)));
  const { organization: _, ...known } = Object.assign({}, ...Object.values(halls.things)) as Record<string, string>;
  expect([...places].toSorted()).toEqual(Object.keys(known).toSorted());
  for (const things of Object.values(halls.things)) expect(Object.values(things)).not.toContain('undefined');
});

function actorNamed(name: ActorName) {
  const actor = halls.actors.get(name);
  if (!actor) throw new Error(`${name} is not there`);
  return actor;
}

describe.each(actorNames)('P-02 to %s', (name) => {
  test('things of others read like unknown ones on every route, byte for byte, and nothing of them shows anywhere', async () => {
    const takes = (route: number, actor: number) => (route + actor + seed) % share === 0;
    const result = await walkMatrix({ halls, takes, settle: (ask) => ask() }, [name]);
    expect(result.faults, `SEED=${seed}`).toEqual([]);
    for (const [route, count] of result.cases) cases.set(route, (cases.get(route) ?? 0) + count);
  });
});

test('P-02 each route is looked at by somebody', () => {
  expect(routesWithoutCase(cases)).toEqual([]);
  expect(sumOf(cases)).toBeGreaterThan(2_000);
});

describe.each(loggedIn.filter((name) => name !== 'a viewer of theirs'))('P-02 to %s', (name) => {
  test('bodies and filters that name theirs read like those that name nobody’s', async () => {
    const { someone, organization } = actorNamed(name);
    const path = `/organizations/${organization}`;
    const theirs = halls.things['a dealer'];
    const askAbout = async (other: string, user: string, serial: string) => {
      const answers = [
        await someone.create(`${path}/acting`, { of: other, reason: '確認' }),
        await someone.call('POST', `${path}/hand-over`, { user, password: everybodysPassword }),
        await someone.call('GET', `${path}/organizations?parent=${other}`),
        await someone.call('GET', `${path}/devices?organization=${other}`),
        await someone.call('GET', `${path}/devices?serial=${serial}`),
        await someone.create(`${path}/devices`, wishFor(serial)),
        await someone.create(`${path}/devices`, wishFor(halls.free, {}, { for: other })),
        await someone.create(`${path}/devices`, wishFor(halls.free, {}, { registeredTo: serial })),
      ];
      return answers.map(comparable);
    };
    const never = newSerial(siteOf(server, hallsSite), 'SB1500-R');
    expect(await askAbout(String(theirs['other']), String(theirs['user']), halls.theirSerial)).toEqual(
      await askAbout(`org_${newId()}`, `usr_${newId()}`, never),
    );
  });
});
const comparable = ({ status, text }: Answer) => `${status} ${text}`.replace(/"requestId":"[^"]*"/, '');

test('P-02 all of it is still there, and those who asked are still logged in', async () => {
  const path = (place: string) => `${halls.victim.path}/${place}`;
  const texts = await Promise.all(
    ['members', 'invitations', 'imports', 'acting', 'registration-keys', 'devices'].map(
      async (place) => (await halls.victim.call('GET', path(place))).text,
    ),
  );
  for (const text of texts) expect(halls.secrets.some((secret) => text.includes(secret))).toBe(true);
  for (const [name, { someone }] of halls.actors) {
    expect((await someone.call('GET', '/session')).status === 200).toBe(loggedIn.includes(name));
  }
});
