import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { letRead, newAt, ownGateways } from '../../tools/test/alarms.ts';
import { makeApiKey, withKey } from '../../tools/test/api-keys.ts';
import { gatewaySite } from '../../tools/test/gateways.ts';
import { newColleague, type Colleague } from '../../tools/test/organizations.ts';
import type { Person } from '../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { insideId } from '../kernel/ids.ts';
import { makeLive } from '../kernel/live/hub.ts';
import { eventsOf } from '../kernel/live/topic.ts';
import { waitersOfCallerMax } from '../kernel/live/waiters.ts';
import { silentLog } from '../kernel/log.ts';
import { waitSecondsMax } from './wait.ts';

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

describe('P-24 a request that waits', () => {
  const seconds = waitSecondsMax;
  const latest = async (by: Person, path: string) => (await feed(by, path, '?after=latest')).cursor;
  /** Owners whose devices are told of, each where the list of events ends. */
  async function waiting() {
    const { owner } = await newOwner();
    await sealed(owner, 3);
    return { owner, cursor: await latest(owner, owner.path) };
  }
  /** A request of a key that was begun, as its list of calls says. */
  async function asked(owner: Colleague, cursor: string) {
    const key = await makeApiKey(owner, ['devices:read']);
    const path = `${owner.path}/events?after=${cursor}&wait=${seconds}`;
    const held = withKey(server, key.token, gatewaySite).call('GET', path);
    const uses = server.app.db.selectFrom('api_key_uses').select('calls').where('key_id', '=', insideId(key.id));
    await expect.poll(() => uses.execute()).toEqual([{ calls: 1 }]);
    return { id: key.id, held };
  }

  test('is answered when something happens, with what happened, and at once where there is something', async () => {
    const { owner, cursor } = await waiting();
    const query = `?after=${cursor}&wait=${seconds}`;
    const held = feed(owner, owner.path, query);
    await ownGateways(server, owner);
    const page = await held;
    expect(page.items.map(({ type }) => type)).toEqual(['devices.registered']);
    expect(await feed(owner, owner.path, query)).toEqual(page);
    expect(await feed(owner, owner.path, `?after=latest&wait=${seconds}`)).toMatchObject({ cursor: page.cursor });
  });

  test('is answered with nothing in the end, however much happens that is not its to know', async () => {
    const { owner, cursor } = await waiting();
    const { owner: other } = await newOwner();
    const held = feed(owner, owner.path, `?after=${cursor}&wait=2`);
    await ownGateways(server, other);
    const page = await held;
    expect(page).toMatchObject({ items: [], more: false });
    expect(Number(page.cursor)).toBeGreaterThanOrEqual(Number(cursor));
    for (const wait of [`${seconds + 1}`, '-1', 'long'])
      expect((await owner.call('GET', `${owner.path}/events?wait=${wait}`)).status).toBe(400);
  });

  test('of a key that ends meanwhile is told that it is nobody any more', async () => {
    const { owner, cursor } = await waiting();
    const { id, held } = await asked(owner, cursor);
    expect((await owner.call('DELETE', `${owner.path}/api-keys/${id}`)).status).toBeLessThan(300);
    await ownGateways(server, owner);
    expect((await held).status).toBe(401);
  });

  test('hears what was sealed on whatever node; of too many of one caller the oldest gives way', async () => {
    const { owner } = await waiting();
    const other = makeLive(String(server.app.pool.options.connectionString), server.app.db, silentLog);
    const wish = { siteId: gatewaySite, caller: 'a key', signals: [eventsOf(gatewaySite, 'devices')] };
    const wait = async (caller = wish.caller) => {
      const waiter = await other.wait({ ...wish, caller });
      if (!waiter) throw new Error('too many wait');
      return waiter;
    };
    const [oldest, stranger] = [await wait(), await wait('another key')];
    const held = oldest.told(seconds * 1_000);
    const more = [];
    for (let at = 0; at < waitersOfCallerMax; at += 1) more.push(await wait());
    expect(await held).toBe(false);
    const all = Promise.all([...more, stranger].map((waiter) => waiter.told(seconds * 1_000)));
    await ownGateways(server, owner);
    expect(await all).toEqual([...more, stranger].map(() => true));
    for (const waiter of [oldest, stranger, ...more]) waiter.leave();
    const last = await wait();
    const ended = last.told(seconds * 1_000);
    await other.close();
    expect(await ended).toBe(false);
    expect(await (await wait()).told(seconds * 1_000)).toBe(false);
  });

  test('is answered when the server goes down', async () => {
    const { owner, cursor } = await waiting();
    const { held } = await asked(owner, cursor);
    await server.app.live.close();
    expect((await held).body).toMatchObject({ items: [], more: false });
    // Whoever asks a server that stops is not held back.
    expect((await feed(owner, owner.path, `?after=${cursor}&wait=${seconds}`)).items).toEqual([]);
  });
});
