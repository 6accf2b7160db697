import { afterAll, beforeAll, expect, test } from 'vitest';
import { letRead, newAt, ownGateways } from '../../tools/test/alarms.ts';
import { makeApiKey, withKey } from '../../tools/test/api-keys.ts';
import { gatewaySite } from '../../tools/test/gateways.ts';
import { newColleague, type Colleague } from '../../tools/test/organizations.ts';
import type { Person } from '../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { insideId } from '../kernel/ids.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

type Told = { id: string; position: number; type: string; device: string; organization: string };
type Page = { items: Told[]; cursor: string; more: boolean };

async function feed(by: Person, path: string, query = ''): Promise<Page> {
  const { status, body, text } = await by.call('GET', `${path}/events${query}`);
  if (status !== 200) throw new Error(text);
  return body as Page;
}
async function newOwner(): Promise<{ owner: Colleague; devices: string[] }> {
  const owner = await newAt(server, 'customer', '見本 花子');
  const made = await ownGateways(server, owner, 3);
  return { owner, devices: made.map(({ credential }) => credential.device) };
}
const sealed = async (owner: Colleague, count: number) => {
  await expect.poll(async () => (await feed(owner, owner.path)).items.length, { timeout: 20_000 }).toBe(count);
};

test('P-24 what happened is told once, in its order, page by page, and a cursor stays good', async () => {
  const { owner, devices } = await newOwner();
  await sealed(owner, 3);
  const all = await feed(owner, owner.path);
  expect(all.items.map(({ type, device }) => `${type} ${device}`)).toEqual(
    devices.map((device) => `devices.registered ${device}`),
  );
  const first = await feed(owner, owner.path, '?limit=2');
  const second = await feed(owner, owner.path, `?limit=2&after=${first.cursor}`);
  expect([...first.items, ...second.items]).toEqual(all.items);
  expect(first.more).toBe(true);
  expect(await feed(owner, owner.path, `?limit=2&after=${first.cursor}`)).toEqual(second);
  const end = await feed(owner, owner.path, `?after=${second.cursor}`);
  expect(end.items).toEqual([]);
  expect((await feed(owner, owner.path, `?after=${end.cursor}`)).more).toBe(false);
});

test('P-24 from now on, and of some types alone', async () => {
  const { owner } = await newOwner();
  await sealed(owner, 3);
  const { cursor } = await feed(owner, owner.path, '?after=latest');
  await ownGateways(server, owner);
  await expect.poll(async () => (await feed(owner, owner.path, `?after=${cursor}`)).items.length).toBe(1);
  expect((await feed(owner, owner.path, '?types=devices.changed,alarms.raised')).items).toEqual([]);
  expect((await owner.call('GET', `${owner.path}/events?types=login.done`)).status).toBe(400);
  expect((await owner.call('GET', `${owner.path}/events?after=-1`)).status).toBe(400);
});

test('P-24 nobody is told of what they may not read: others, those whose link ended, and keys without the scope', async () => {
  const { owner } = await newOwner();
  const dealer = await newAt(server, 'dealer', '見本設備');
  await sealed(owner, 3);
  const theirs = async () => (await feed(dealer, dealer.path)).items.map(({ organization }) => organization);
  expect(await theirs()).toEqual([]);
  const link = await letRead(server, owner, dealer);
  expect(await theirs()).toEqual(Array(3).fill(owner.organization));
  await server.app.db.updateTable('grants').set({ until: server.app.clock.now() }).where('id', '=', link).execute();
  expect(await theirs()).toEqual([]);
  const [reads, other] = [await makeApiKey(owner, ['devices:read']), await makeApiKey(owner, ['alarms:read'])];
  expect((await feed(withKey(server, reads.token, gatewaySite), owner.path)).items).toHaveLength(3);
  expect((await feed(withKey(server, other.token, gatewaySite), owner.path)).items).toEqual([]);
});

test('P-24 an event tells what happened to what, and nothing that the log keeps beside it', async () => {
  const { owner } = await newOwner();
  await sealed(owner, 3);
  const viewer = await newColleague(server, owner.organization, 'viewer', { siteId: gatewaySite });
  const { body, text } = await viewer.call('GET', `${owner.path}/events?limit=1`);
  expect(Object.keys((body as Page).items[0] ?? {}).toSorted()).toEqual(
    ['alarm', 'at', 'by', 'device', 'id', 'licence', 'order', 'organization', 'plan', 'position', 'report']
      .concat(['transfer', 'type'])
      .toSorted(),
  );
  expect(text).not.toContain(insideId(owner.id));
});
