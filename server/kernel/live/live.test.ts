import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { formatMessage, parseMessage, topicsMax } from '../../../domain/live/messages.ts';
import { register } from '../../../tools/test/devices.ts';
import {
  basicOf,
  bootGateways,
  claimCode,
  gatewaySite,
  telemetry,
  type TestGateway,
} from '../../../tools/test/gateways.ts';
import { watchLive, type Watcher } from '../../../tools/test/live.ts';
import { newColleague, newOrganization, type Colleague } from '../../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { reportedBy } from '../../readings/live.ts';
import { hoursMs, minutesMs } from '../clock.ts';
import { writeEvents } from '../events.ts';
import { insideId, newId } from '../ids.ts';
import { silentLog } from '../log.ts';
import { makeLive, streamsOfSessionMax } from './hub.ts';
import { everything, payloadsMax, payloadsOf, readPayload } from './tell-nodes.ts';

let server: TestServer;
let owner: Colleague;
let gateway: TestGateway;
let dealer: string;
const watchers: Watcher[] = [];

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-21T03:00:00Z') });
  const customer = await newOrganization(server, 'customer', '見本家', gatewaySite);
  owner = await newColleague(server, customer, 'owner', { siteId: gatewaySite });
  dealer = await newOrganization(server, 'dealer', '見本電設', gatewaySite);
  gateway = (await bootGateways(server, 1))[0] as TestGateway;
  const made = await register(owner, gateway.factory.serial, {}, { claimCode });
  if (made.status !== 201) throw new Error(made.text);
});
afterEach(() => {
  for (const watcher of watchers.splice(0)) watcher.leave();
});
afterAll(() => server.close());

const topic = () => `readings/${gateway.credential.device}`;
async function watch(who: Colleague, topics = [topic()]): Promise<Watcher> {
  const watcher = await watchLive(server, who, gatewaySite, topics);
  watchers.push(watcher);
  return watcher;
}
const visitor = (organization = owner.organization) =>
  newColleague(server, organization, 'viewer', { siteId: gatewaySite });

let reported = 0;
async function report(powerConsumed: number): Promise<void> {
  reported += 1;
  const messages = [telemetry(server.clock.now().getTime() + reported, { powerConsumed })];
  const answer = await fetch(`${server.url}/api/${gatewaySite}/device-messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: basicOf(gateway) },
    body: JSON.stringify({ messages }),
  });
  expect(answer.status).toBe(200);
}
const powerIn = (data: unknown) => (data as { latest: { values: number[] } | null }).latest?.values[2];
const grant = async (until: Date | null = null) => {
  const id = newId();
  await sql`insert into grants (site_id, id, of_organization_id, to_organization_id, rights, cause, since, until)
    values (${gatewaySite}, ${id}, ${insideId(owner.organization)}, ${insideId(dealer)}, '{list,read}', 'link',
      ${server.clock.now()}, ${until})`.execute(server.app.db);
  return id;
};

describe('E-06 live updates', () => {
  test('what is there at once, and what comes in as soon as it is stored, on this node and on others', async () => {
    await report(100);
    const watcher = await watch(owner);
    expect([watcher.status, watcher.headers.get('content-type'), watcher.headers.get('cache-control')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
      'no-store, no-transform',
    ]);
    expect(powerIn((await watcher.until('shown')).data)).toBe(100);
    await report(200);
    await expect.poll(async () => powerIn((await watcher.until('shown')).data)).toBe(200);
    const { rows } = await sql<{ key: number }>`
      update reading_latest set measured[3] = 300 where device_key = (select device_key from manufactured_devices
        where device_id = ${insideId(gateway.credential.device)}) returning device_key as key`.execute(server.app.db);
    const other = makeLive(String(server.app.pool.options.connectionString), server.app.db, silentLog);
    other.tell([reportedBy(rows[0]?.key ?? 0)]);
    await expect.poll(async () => powerIn((await watcher.until('shown')).data)).toBe(300);
    await other.close();
  });

  test('what is not there, not offered and not the caller’s reads alike, beside what is', async () => {
    const stranger = await visitor(await newOrganization(server, 'customer', '他家', gatewaySite));
    const topics = [topic(), `readings/dev_${newId()}`, 'readings', 'warp'];
    const watcher = await watch(stranger, topics);
    const ended = [];
    for (const _ of topics) ended.push(await watcher.until('ended'));
    expect(ended.map((one) => one.topic).toSorted()).toEqual(topics.toSorted());
    expect(new Set(ended.map(({ reason }) => reason))).toEqual(new Set(['not-there']));
    const both = await watch(owner, ['warp', topic()]);
    expect([(await both.until('ended')).topic, (await both.until('shown')).topic].toSorted()).toEqual([
      topic(),
      'warp',
    ]);
  });

  test('requests that ask for nothing, too much or something foreign are refused', async () => {
    const status = async (query: string, path = owner.path) => (await owner.call('GET', `${path}/live${query}`)).status;
    expect(await status('')).toBe(400);
    expect(await status('?topics=')).toBe(400);
    expect(await status('?topics=readings/..')).toBe(400);
    expect(await status(`?topics=${Array.from({ length: topicsMax + 1 }, (_, at) => `a/${at}`).join(',')}`)).toBe(400);
    expect(
      (
        await watch(
          owner,
          Array.from({ length: topicsMax }, (_, at) => `a/${at}`),
        )
      ).status,
    ).toBe(200);
    expect(await status(`?topics=${topic()}`, `/organizations/org_${newId()}`)).toBe(404);
  });

  test('a link that ends ends what is shown, by what somebody does or by its date, and says so', async () => {
    const visiting = await visitor(dealer);
    const id = await grant();
    const watcher = await watch(visiting);
    await watcher.until('shown');
    await server.app.db.transaction().execute(async (tx) => {
      const now = server.clock.now();
      await sql`update grants set until = ${now} where id = ${id}`.execute(tx);
      const cause = { siteId: gatewaySite, actor: { kind: 'system' as const }, now, requestId: null };
      await writeEvents(tx, cause, [{ what: 'grant.ended', subject: `organization/${insideId(owner.organization)}` }]);
    });
    expect(await watcher.until('ended')).toMatchObject({ topic: topic(), reason: 'not-there' });
    await report(1);
    await grant(new Date(server.clock.now().getTime() + minutesMs));
    const dated = await watch(visiting);
    await dated.until('shown');
    server.clock.move(minutesMs);
    await report(2);
    expect(await dated.until('ended')).toMatchObject({ reason: 'not-there' });
  });

  test('a session that ends, is idle or loses its role ends the stream; watching does not keep it open', async () => {
    const [leaving, removed, idle] = [await visitor(), await visitor(), await visitor()];
    const streams = [await watch(leaving), await watch(removed), await watch(idle)] as const;
    for (const one of streams) await one.until('shown');
    await leaving.call('DELETE', '/session');
    expect(await streams[0].until('over')).toEqual({ kind: 'over', reason: 'session-over' });
    expect(await streams[0].next()).toBeNull();
    expect((await owner.call('DELETE', `${owner.path}/members/${removed.id}`)).status).toBeLessThan(300);
    expect((await streams[1].until('over')).reason).toBe('session-over');
    for (let waited = 0; waited < 24; waited += 1) {
      server.clock.move(hoursMs / 2);
      await server.app.live.look();
    }
    expect((await streams[2].until('over')).reason).toBe('session-over');
  });

  test('the oldest of too many streams of a session gives way, and the server ends all of them when it goes', async () => {
    const someone = await visitor();
    const first = await watch(someone);
    await first.until('shown');
    const more: Watcher[] = [];
    for (let at = 1; at < streamsOfSessionMax; at += 1) more.push(await watch(someone));
    for (const one of more) await one.until('shown');
    const newest = await watch(someone);
    await newest.until('shown');
    expect((await first.until('over')).reason).toBe('elsewhere');
    await report(3);
    await more[0]?.until('shown');
    await server.app.live.close();
    expect((await newest.until('over')).reason).toBe('restarting');
  });
});

describe('E-06 what nodes and pages are told', () => {
  test('signals go in as many payloads as fit, and instead of too many it says that there are', () => {
    const signals = Array.from({ length: 3_000 }, (_, at) => reportedBy(at + 10_000_000));
    const payloads = payloadsOf('node', signals);
    expect(payloads.length).toBeGreaterThan(1);
    expect(Math.max(...payloads.map((one) => one.length))).toBeLessThan(8_000);
    expect(payloads.flatMap((one) => readPayload(one).signals)).toEqual(signals);
    const many = Array.from({ length: 1_000 * payloadsMax }, (_, at) => reportedBy(at + 10_000_000));
    expect(payloadsOf('node', many)).toEqual([`node ${everything}`]);
  });

  test('a message is read as it was written; comments and kinds nobody knows are passed over', () => {
    const message = { kind: 'shown', topic: 'a/b', data: { text: 'line\nline\n\nevent: over' } } as const;
    expect(parseMessage(formatMessage(message).trimEnd())).toEqual(message);
    expect([parseMessage(':'), parseMessage('event: warp\ndata: {}')]).toEqual([null, null]);
  });
});
