import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { failingMaxMs, retryWaitsMs } from '../../domain/webhooks/waits.ts';
import { ownGateways, letRead, newAt } from '../../tools/test/alarms.ts';
import { faultsOf } from '../../tools/test/devices.ts';
import { gatewaySite } from '../../tools/test/gateways.ts';
import { codeOf, newColleague, type Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { deliveriesOf, makeWebhook, startReceiver, type Receiver } from '../../tools/test/webhooks.ts';
import { after, hoursMs, minutesMs } from '../kernel/clock.ts';
import { insideId } from '../kernel/ids.ts';
import { finish } from './finish.ts';
import { webhooksMax } from './make.ts';
import { letGo } from './worker.ts';

const inTime = { timeout: 20_000, interval: 50 };
let server: TestServer;
const receivers: Receiver[] = [];
let owner: Colleague;
let device: string;

beforeAll(async () => {
  server = await startTestServer({ env: { ENGAWA_EGRESS_ALLOW: '127.0.0.1' } });
});
afterAll(() => server.close());
beforeEach(async () => {
  owner = await newAt(server, 'customer', '見本 花子');
  device = await newDevice(owner);
});
afterEach(async () => {
  // What is left to send must not take a place of the tests behind.
  await server.app.db.updateTable('webhooks').set({ removed_at: server.app.clock.now(), due_at: null }).execute();
  for (const receiver of receivers.splice(0)) await receiver.close();
});

async function newDevice(of: Colleague): Promise<string> {
  const [gateway] = await ownGateways(server, of);
  if (!gateway) throw new Error('no gateway');
  return gateway.credential.device;
}
async function receiver(): Promise<Receiver> {
  const one = await startReceiver();
  receivers.push(one);
  return one;
}
/** Something happens to the owner's device. */
async function change(by = owner, which = device): Promise<void> {
  const path = `${by.path}/devices/${which}`;
  const version = { 'if-match': String((await by.call('GET', path)).headers.get('etag')) };
  const changed = await by.call('PATCH', path, { values: { remarks: `${Math.random()}` } }, version);
  if (changed.status >= 300) throw new Error(changed.text);
}
/** Everything that happened was read, and it was decided what goes where. */
const settled = async () => {
  await expect
    .poll(async () => {
      const { rows } = await sql<{ behind: boolean }>`select exists (select from events_unsealed) or exists (
        select from event_seals s join event_readers r on r.site_id = s.site_id and r.reader = 'webhooks'
        where s.position > r.position) as behind`.execute(server.app.db);
      return rows[0]?.behind;
    }, inTime)
    .toBe(false);
};
/** So much later, everybody being logged in still. */
async function later(milliseconds: number): Promise<void> {
  server.clock.move(milliseconds);
  const now = server.app.clock.now();
  await server.app.db.updateTable('sessions').set({ last_seen_at: now, created_at: now }).execute();
}
const arrived = async (at: Receiver, count: number) => {
  await expect.poll(() => at.received.length, inTime).toBe(count);
};
const stateOf = async (id: string, by = owner) => (await by.call('GET', `${by.path}/webhooks/${id}`)).body['state'];
const kinds = ['devices.changed'];

describe('P-24 a webhook', () => {
  test('is told of what was chosen, signed as the convention wants it, and of nothing else', async () => {
    const at = await receiver();
    const { id, secret } = await makeWebhook(owner, at.url, kinds);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    await change();
    await arrived(at, 1);
    const { headers, body } = at.received[0] ?? { headers: {}, body: '' };
    const told = new Webhook(secret).verify(body, headers) as Record<string, Record<string, unknown>>;
    expect(told).toMatchObject({
      type: 'devices.changed',
      data: { id: headers['webhook-id'], device, organization: owner.organization, by: 'user', alarm: null },
    });
    expect(() => new Webhook(secret).verify(body.replace('changed', 'changes'), headers)).toThrow(
      'No matching signature found',
    );
    expect(() => new Webhook(`whsec_${'A'.repeat(43)}=`).verify(body, headers)).toThrow('No matching signature found');
    await expect.poll(() => deliveriesOf(owner, id), inTime).toMatchObject([{ state: 'taken', tries: 1 }]);
    const kept = await server.app.db.selectFrom('webhooks').selectAll().where('id', '=', insideId(id)).execute();
    expect(Buffer.from(kept[0]?.sealed_secret ?? '').includes(Buffer.from(secret.slice(6), 'base64'))).toBe(false);
  });

  test('shows its secret once; after a new one both sign for a day, then the new one alone', async () => {
    const at = await receiver();
    const { id, secret } = await makeWebhook(owner, at.url, kinds);
    expect((await owner.call('GET', `${owner.path}/webhooks/${id}`)).text).not.toContain('whsec');
    const renewed = await owner.create(`${owner.path}/webhooks/${id}/secret`, undefined);
    const next = String(renewed.body['secret']);
    await change();
    await arrived(at, 1);
    const [first] = at.received;
    for (const one of [secret, next]) new Webhook(one).verify(first?.body ?? '', first?.headers ?? {});
    expect(first?.headers['webhook-signature']?.split(' ')).toHaveLength(2);
    await server.app.db.updateTable('webhooks').set({ former_until: server.app.clock.now() }).execute();
    await change();
    await arrived(at, 2);
    expect(at.received[1]?.headers['webhook-signature']?.split(' ')).toHaveLength(1);
    new Webhook(next).verify(at.received[1]?.body ?? '', at.received[1]?.headers ?? {});
  });

  test('is refused at its fields', async () => {
    const make = (more: Record<string, unknown>) =>
      owner.create(`${owner.path}/webhooks`, { name: '基幹', url: 'https://erp.example.jp/', kinds, ...more });
    expect(faultsOf(await make({ name: ' ', url: 'ftp://x.example/', kinds: [] }))).toEqual([
      '/name webhooks/name-missing',
      '/url webhooks/url-scheme',
      '/kinds webhooks/kinds-missing',
    ]);
    expect(faultsOf(await make({ url: 'http://169.254.169.254/latest' }))).toEqual(['/url webhooks/url-address']);
    expect(faultsOf(await make({ kinds: ['licences.assigned'] }))).toEqual(['/kinds webhooks/kind-beyond']);
    expect((await make({ kinds: ['login.done'] })).status).toBe(400);
    for (let count = 0; count < webhooksMax; count += 1) expect((await make({})).status).toBe(201);
    expect(codeOf(await make({}))).toBe('webhooks/too-many');
    const manager = await newColleague(server, owner.organization, 'manager', { siteId: gatewaySite });
    expect(codeOf(await manager.call('GET', `${owner.path}/webhooks`))).toBe('platform/not-permitted');
  });

  test('changes with the version that was seen; the next event goes to the new address', async () => {
    const [before, after] = [await receiver(), await receiver()];
    const { id } = await makeWebhook(owner, before.url, kinds);
    const path = `${owner.path}/webhooks/${id}`;
    const version = { 'if-match': String((await owner.call('GET', path)).headers.get('etag')) };
    const wish = { name: '新', url: after.url, kinds };
    expect((await owner.call('PUT', path, wish, version)).status).toBe(204);
    expect(codeOf(await owner.call('PUT', path, wish, version))).toBe('platform/changed-meanwhile');
    await change();
    await arrived(after, 1);
    expect(before.received).toEqual([]);
  });

  test('can be tried out: what the receiver answers is told at once', async () => {
    const at = await receiver();
    at.answer(418);
    const { id, secret } = await makeWebhook(owner, at.url, kinds);
    const tried = await owner.call('POST', `${owner.path}/webhooks/${id}/test`);
    expect(tried.body).toMatchObject({ status: 418, fault: null, answer: 'answer 418' });
    const [sent] = at.received;
    expect(new Webhook(secret).verify(sent?.body ?? '', sent?.headers ?? {})).toMatchObject({ type: 'webhooks.test' });
    expect(await deliveriesOf(owner, id)).toEqual([]);
  });
});

describe('P-24 receivers that do not take it', () => {
  test('500: it is tried again under the same ID, later each time, until it is taken', async () => {
    const at = await receiver();
    at.answer(500);
    const { id, secret } = await makeWebhook(owner, at.url, kinds);
    await change();
    await arrived(at, 1);
    await expect
      .poll(() => deliveriesOf(owner, id), inTime)
      .toMatchObject([{ state: 'due', tries: 1, attempts: [{ status: 500, answer: 'answer 500' }] }]);
    expect(await stateOf(id)).toBe('failing');
    server.clock.move(retryWaitsMs[0]);
    await arrived(at, 2);
    await expect.poll(async () => (await deliveriesOf(owner, id))[0]?.tries, inTime).toBe(2);
    at.answer(200);
    server.clock.move(retryWaitsMs[1]);
    await arrived(at, 3);
    expect(new Set(at.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    const times = at.received.map(({ headers }) => Number(headers['webhook-timestamp']));
    expect(times[1]).toBeGreaterThan(times[0] ?? 0);
    expect(new Set(at.received.map(({ headers }) => headers['webhook-signature'])).size).toBe(3);
    await expect.poll(() => stateOf(id), inTime).toBe('on');
    expect(secret).toContain('whsec_');
  });

  test('301: a redirect is an answer that is not followed', async () => {
    const [at, elsewhere] = [await receiver(), await receiver()];
    at.answer((_, response) => response.writeHead(301, { location: elsewhere.url }).end());
    const { id } = await makeWebhook(owner, at.url, kinds);
    await change();
    await expect.poll(() => deliveriesOf(owner, id), inTime).toMatchObject([{ attempts: [{ status: 301 }] }]);
    expect(elsewhere.received).toEqual([]);
  });

  test('410: it is switched off at once, the owners are mailed, and on again it is told of what comes', async () => {
    const at = await receiver();
    at.answer(410);
    const { id } = await makeWebhook(owner, at.url, kinds);
    await change();
    await expect.poll(() => stateOf(id), inTime).toBe('gone');
    const mail = await server.mail.waitFor((one) => one.to === owner.mail && one.subject.includes('Webhook を停止'));
    expect(mail.text).toContain('410');
    expect(mail.text).toContain(at.url);
    await change();
    await settled();
    const again = `${owner.path}/webhooks/${id}/deliveries/${(await deliveriesOf(owner, id))[0]?.event}/again`;
    expect(codeOf(await owner.call('POST', again))).toBe('webhooks/is-off');
    at.answer(204);
    await owner.call('PUT', `${owner.path}/webhooks/${id}/switch`, { on: true });
    await change();
    await arrived(at, 2);
    expect((await owner.call('POST', again)).status).toBe(204);
    await arrived(at, 3);
    expect(at.received[2]?.headers['webhook-id']).toBe(at.received[0]?.headers['webhook-id']);
  });

  test('nothing for three days: given up, switched off, and the owners are mailed', async () => {
    const at = await receiver();
    at.answer(503);
    const { id } = await makeWebhook(owner, at.url, kinds);
    await change();
    await arrived(at, 1);
    await expect.poll(() => stateOf(id), inTime).toBe('failing');
    await later(failingMaxMs);
    await expect.poll(() => stateOf(id), inTime).toBe('given-up');
    const told = (one: { to: string; subject: string }) => one.to === owner.mail && one.subject.includes('Webhook');
    expect((await server.mail.waitFor(told)).text).toContain('3日間');
  });

  test('after its last try an event is given up and the next one is still sent', async () => {
    const at = await receiver();
    at.answer(500);
    const { id } = await makeWebhook(owner, at.url, kinds);
    await change();
    await arrived(at, 1);
    await expect.poll(async () => (await deliveriesOf(owner, id))[0]?.tries, inTime).toBe(1);
    await server.app.db.updateTable('webhook_deliveries').set({ tries: retryWaitsMs.length }).execute();
    server.clock.move(retryWaitsMs[0]);
    await expect.poll(async () => (await deliveriesOf(owner, id))[0]?.state, inTime).toBe('failed');
    at.answer(204);
    await change();
    server.clock.move(minutesMs);
    await expect
      .poll(async () => (await deliveriesOf(owner, id)).map(({ state }) => state), inTime)
      .toEqual(['taken', 'failed']);
  });

  test('of a node that died is let go of when there is no other node, not at the end of its lease', async () => {
    const at = await receiver();
    const { id } = await makeWebhook(owner, at.url, kinds);
    const inHand = after(server.app.clock.now(), hoursMs);
    const webhook = server.app.db.updateTable('webhooks').where('id', '=', insideId(id));
    await webhook.set({ busy_until: inHand }).execute();
    await change();
    await settled();
    expect(at.received).toEqual([]);
    await letGo(server.app.db);
    await arrived(at, 1);
  });

  test('whose answer was noted, and the note not acknowledged, counts one try', async () => {
    const at = await receiver();
    const { id } = await makeWebhook(owner, at.url, kinds);
    await change();
    await expect.poll(() => deliveriesOf(owner, id), inTime).toMatchObject([{ state: 'taken', tries: 1 }]);
    const noted = await server.app.db
      .selectFrom('webhook_attempts')
      .selectAll()
      .where('webhook_id', '=', insideId(id))
      .executeTakeFirstOrThrow();
    const sent = { status: 500, fault: null, answer: '', tookMs: 1 };
    const place = { siteId: gatewaySite, id: insideId(id) };
    await finish(server.app, place, { eventId: noted.event_id, attempt: noted.id, sent });
    expect(await deliveriesOf(owner, id)).toMatchObject([{ state: 'taken', tries: 1 }]);
    expect(await stateOf(id)).toBe('on');
  });

  test('one that hangs delays nobody else', async () => {
    const [hanging, quick] = [await receiver(), await receiver()];
    hanging.answer(() => undefined);
    const stuck = await makeWebhook(owner, hanging.url, kinds);
    await makeWebhook(owner, quick.url, kinds);
    for (let count = 0; count < 3; count += 1) await change();
    await arrived(quick, 3);
    // The first of the three is still under way to the one that hangs.
    expect(hanging.received).toHaveLength(1);
    expect((await deliveriesOf(owner, stuck.id)).map(({ tries }) => tries)).toEqual([0, 0, 0]);
    await expect
      .poll(() => deliveriesOf(owner, stuck.id), inTime)
      .toMatchObject([{}, {}, { attempts: [{ fault: 'time' }] }]);
  });

  test.each([
    ['an address of this machine', 'http://127.0.0.2:9/hook'],
    ['a private address', 'http://10.0.0.1/hook'],
    ['where a cloud keeps its secrets', 'http://169.254.169.254/'],
    ['a name of this machine', 'http://localhost:9/hook'],
  ])('%s is not connected to, whatever was stored', async (_, url) => {
    const at = await receiver();
    const { id } = await makeWebhook(owner, at.url, kinds);
    await server.app.db.updateTable('webhooks').set({ url }).where('id', '=', insideId(id)).execute();
    const { body } = await owner.call('POST', `${owner.path}/webhooks/${id}/test`);
    // Where the machine calls itself 127.0.0.1 alone, that name stands for an address that the settings allow.
    expect([body['status'], ['address', 'refused'].includes(String(body['fault']))]).toEqual([null, true]);
    expect(url.includes('localhost') || body['fault'] === 'address').toBe(true);
  });
});

describe('P-24 a withdrawn right', () => {
  test('of a dealer over a device ends what it is told, also of what already waits', async () => {
    const dealer = await newAt(server, 'dealer', '見本設備');
    const link = await letRead(server, owner, dealer);
    const at = await receiver();
    const { id } = await makeWebhook(dealer, at.url, kinds);
    await change();
    await arrived(at, 1);
    expect(JSON.parse(at.received[0]?.body ?? '{}')).toMatchObject({ data: { organization: owner.organization } });
    at.answer(500);
    await change();
    await arrived(at, 2);
    await expect.poll(async () => (await deliveriesOf(dealer, id))[0]?.tries, inTime).toBe(1);
    await server.app.db.updateTable('grants').set({ until: server.app.clock.now() }).where('id', '=', link).execute();
    await later(hoursMs);
    await expect.poll(async () => (await deliveriesOf(dealer, id))[0]?.state, inTime).toBe('withheld');
    await change();
    const other = await makeWebhook(owner, (await receiver()).url, kinds);
    await change();
    await expect.poll(async () => (await deliveriesOf(owner, other.id)).length, inTime).toBe(1);
    expect(await deliveriesOf(dealer, id)).toHaveLength(2);
    expect(at.received).toHaveLength(2);
  });

  test('of its maker, who may not read any more or is out, ends it as well', async () => {
    const second = await newColleague(server, owner.organization, 'owner', { siteId: gatewaySite });
    const at = await receiver();
    const { id } = await makeWebhook(second, at.url, kinds);
    await change();
    await arrived(at, 1);
    expect((await owner.call('DELETE', `${owner.path}/members/${second.id}`)).status).toBe(204);
    expect(await stateOf(id)).toBe('stopped');
    await change();
    const own = await receiver();
    await makeWebhook(owner, own.url, kinds);
    await change();
    await arrived(own, 1);
    expect(at.received).toHaveLength(1);
  });

  test('nothing of others is ever told', async () => {
    const stranger = await newAt(server, 'customer', '別の 太郎');
    const [at, own] = [await receiver(), await receiver()];
    await makeWebhook(stranger, at.url, kinds);
    await makeWebhook(owner, own.url, kinds);
    await change();
    await arrived(own, 1);
    expect(at.received).toEqual([]);
  });

  test('a removed webhook gets nothing more', async () => {
    const [at, other] = [await receiver(), await receiver()];
    const { id } = await makeWebhook(owner, at.url, kinds);
    await makeWebhook(owner, other.url, kinds);
    expect((await owner.call('DELETE', `${owner.path}/webhooks/${id}`)).status).toBe(204);
    await change();
    await arrived(other, 1);
    expect(at.received).toEqual([]);
    expect(codeOf(await owner.call('GET', `${owner.path}/webhooks/${id}`))).toBe('platform/not-found');
  });
});
