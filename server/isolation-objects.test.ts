import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newSerial, wishFor } from '../tools/test/devices.ts';
import { askRoute } from '../tools/test/ask-route.ts';
import {
  actorNames,
  deviceId,
  furnishHalls,
  hallsSite,
  loggedIn,
  victimName,
  writeHalls,
  type ActorName,
  type Halls,
} from '../tools/test/halls.ts';
import { everybodysPassword, siteOf } from '../tools/test/organizations.ts';
import type { Answer } from '../tools/test/person.ts';
import { fillPath } from '../tools/test/routes.ts';
import { startTestServer, type TestServer } from '../tools/test/server.ts';
import { allRoutes } from './capabilities.ts';
import { newId } from './kernel/ids.ts';

let server: TestServer;
let halls: Halls;

beforeAll(async () => {
  server = await startTestServer({ moreSites: { [hallsSite]: writeHalls } });
  halls = await furnishHalls(server);
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
    Object.keys(halls.known).toSorted(),
  );
  expect(Object.values(halls.known)).not.toContain('undefined');
  expect(aboutThings.length).toBeGreaterThanOrEqual(80);
});

function actorNamed(name: ActorName) {
  const actor = halls.actors.get(name);
  if (!actor) throw new Error(`${name} is not there`);
  return actor;
}

describe.each(actorNames)('P-02 to %s', (name) => {
  test('every route with things of another organization in its path answers as with unknown ones, byte for byte', async () => {
    const { someone, organization } = actorNamed(name);
    const { organization: theirs = '', ...things } = halls.known;
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
            async (path) => [path, [route.operationId, comparable(await askRoute(route, someone, path))]] as const,
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
        await someone.create(`${path}/devices`, wishFor(halls.free, {}, { for: other })),
        await someone.create(`${path}/devices`, wishFor(halls.free, {}, { registeredTo: serial })),
      ];
      return answers.map(comparable);
    };
    const theirs = await askAbout(String(halls.known['other']), String(halls.known['user']), halls.theirSerial);
    const never = newSerial(siteOf(server, hallsSite), 'SB1500-R');
    expect(theirs).toEqual(await askAbout(`org_${newId()}`, `usr_${newId()}`, never));
  });

  test('nothing of it shows in any list, report or file', async () => {
    const { someone, organization } = actorNamed(name);
    for (const { route } of lists) {
      const { text } = await askRoute(route, someone, fillPath(route.path, organization));
      // Who is below somebody knows by name whom it is below.
      const known = name === 'a dealer below' ? text.replaceAll(victimName, '') : text;
      // Whoever typed a device ID finds it in the log of what they did themselves.
      const told = /audit/i.test(route.operationId) ? known.replaceAll(deviceId, '') : known;
      for (const secret of halls.secrets) expect(told).not.toContain(secret);
    }
  });
});

test('P-02 all of it is still there, and those who asked are still logged in', async () => {
  const path = (place: string) => `${halls.victim.path}/${place}`;
  const texts = await Promise.all(
    ['members', 'invitations', 'imports', 'acting', 'registration-keys', 'devices'].map(
      async (place) => (await halls.victim.call('GET', path(place))).text,
    ),
  );
  for (const text of texts) expect(halls.secrets.some((secret) => text.includes(secret))).toBe(true);
  for (const [name, { someone }] of halls.actors) {
    expect((await someone.call('GET', '/session')).status).toBe(loggedIn.includes(name) ? 200 : 401);
  }
});
