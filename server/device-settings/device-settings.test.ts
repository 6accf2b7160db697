import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bootstrap } from '../../edge/gateway/bootstrap.ts';
import { faultsOf, giveDevices, newCustomer, newMaker } from '../../tools/test/devices.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { claimCode, factoryFileFor, gatewayModel, gatewaySite } from '../../tools/test/gateways.ts';
import { codeOf, newColleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { linkedDealer, listenAs, ownedGateway, seeSettings, type Listening } from '../../tools/test/settings.ts';
import { acceptTransfer, mailed, offerDevice, replaceDevice } from '../../tools/test/transfers.ts';
import { hoursMs } from '../kernel/clock.ts';
import { openBroker } from '../readings/broker/broker.ts';
import { overdueSettings } from './overdue.ts';

let server: TestServer;
const open: Listening[] = [];
beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-21T03:00:00Z') });
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});
afterAll(() => server.close());

const listen = (gateway: Parameters<typeof listenAs>[0], url = server.mqttUrl) => {
  const listening = listenAs(gateway, url);
  open.push(listening);
  return listening;
};
const now = () => server.clock.now().toISOString();
const answer = ({ client }: Listening, version: number | null, values: object, refused: string[] = []) =>
  client.send('reported', { time: now(), version, values, refused });

/** A broker of its own on the same database, as another node has. */
async function otherNode(): Promise<{ url: string; close(): Promise<void> }> {
  const broker = await openBroker(server.app, server.databaseUrl);
  const tcp = createServer((socket) => broker.handle(socket, ''));
  await once(tcp.listen(0, '127.0.0.1'), 'listening');
  const { port } = tcp.address() as AddressInfo;
  const close = async () => {
    tcp.close();
    await broker.close();
  };
  return { url: `mqtt://127.0.0.1:${port}`, close };
}

type Shown = { settings: { code: string; value: unknown; pending: Record<string, unknown> | null }[] };
const valuesOf = ({ body }: { body: unknown }) =>
  Object.fromEntries(
    (body as Shown).settings.map(({ code, value, pending }) => [code, [value, pending?.['value'] ?? null]]),
  );
const historyOf = async (who: Parameters<typeof seeSettings>[0], device: string) => {
  const { body } = await who.call('GET', `${who.path}/devices/${device}/settings/history?pageSize=50`);
  return (body.items as Record<string, unknown>[]).map((one) => [
    one['setting'],
    one['before'],
    one['after'],
    one['cause'],
    one['state'],
  ]);
};

describe('E-09 what is set goes down when the gateway is reached, and is in force when it says so', () => {
  test('an offline gateway is told when it connects; its answer settles each setting, once', async () => {
    const gateway = await ownedGateway(server);
    const { owner, device } = gateway;
    const seen = await seeSettings(owner, device);
    expect(seen.body).toMatchObject({ mayChange: true, reportedAt: null, model: gatewayModel });
    const caused = await eventsCausedBy(server.app, async () => {
      const asked = await seen.set({ reserve: 40, operatingMode: 'economy', chargingWindow: '23:00-05:00' });
      expect([asked.status, asked.body.asked]).toEqual([200, ['reserve', 'operatingMode', 'chargingWindow']]);
      const again = await seen.set({ reserve: 40 });
      expect([again.status, again.body.asked]).toEqual([200, []]);
    });
    expect(caused).toEqual(['device-settings.asked']);
    expect(valuesOf(await seeSettings(owner, device))).toEqual({
      reserve: [null, 40],
      operatingMode: [null, 'economy'],
      chargingWindow: [null, '23:00-05:00'],
    });
    const listening = listen(gateway);
    await expect.poll(() => listening.desired).toHaveLength(1);
    const values = { reserve: 40, operatingMode: 'economy', chargingWindow: '23:00-05:00' };
    expect(listening.desired[0]).toEqual({ version: 1, values });
    await expect
      .poll(async () => (await seeSettings(owner, device)).body)
      .toMatchObject({ settings: [{ pending: { handedAt: now() } }, {}, {}] });
    const reported = {
      reserve: 40,
      operatingMode: 'selfConsumption',
      chargingWindow: '23:00-05:00',
      warp: 9,
      unknown: [],
    };
    const answered = await eventsCausedBy(server.app, async () => {
      const { unknown: _, ...rest } = reported;
      await answer(listening, 1, rest, ['operatingMode']);
      await answer(listening, 1, rest, ['operatingMode']);
    });
    expect(answered).toEqual(['device-settings.answered']);
    const after = await seeSettings(owner, device);
    expect(after.body).toMatchObject({ reportedAt: now() });
    expect(valuesOf(after)).toEqual({
      reserve: [40, null],
      operatingMode: ['selfConsumption', null],
      chargingWindow: ['23:00-05:00', null],
    });
    expect(await historyOf(owner, device)).toEqual([
      ['chargingWindow', null, '23:00-05:00', 'asked', 'applied'],
      ['operatingMode', null, 'economy', 'asked', 'refused'],
      ['reserve', null, 40, 'asked', 'applied'],
    ]);
  });

  test('a connected gateway is told at once, on whatever node; what was asked later supersedes', async () => {
    const gateway = await ownedGateway(server);
    const { owner, device } = gateway;
    const node = await otherNode();
    const here = listen(gateway, node.url);
    await answer(here, null, { reserve: 20 });
    await (await seeSettings(owner, device)).set({ reserve: 30 });
    await expect.poll(() => here.desired).toEqual([{ version: 1, values: { reserve: 30 } }]);
    await (await seeSettings(owner, device)).set({ operatingMode: 'backup' });
    await (await seeSettings(owner, device)).set({ reserve: 50 });
    await expect
      .poll(() => here.desired.at(-1))
      .toEqual({ version: 3, values: { operatingMode: 'backup', reserve: 50 } });
    await answer(here, 1, { reserve: 30 });
    expect(valuesOf(await seeSettings(owner, device))).toMatchObject({
      reserve: [30, 50],
      operatingMode: [null, 'backup'],
    });
    await answer(here, 3, { reserve: 50, operatingMode: 'backup' });
    expect(await historyOf(owner, device)).toEqual([
      ['reserve', 20, 50, 'asked', 'applied'],
      ['operatingMode', null, 'backup', 'asked', 'applied'],
      ['reserve', 20, 30, 'asked', 'superseded'],
    ]);
    await here.close();
    await node.close();
  });
});

test('E-09 nothing beyond the limits is asked, and each fault stands at its field', async () => {
  const gateway = await ownedGateway(server);
  const { owner, device } = gateway;
  const here = listen(gateway);
  const seen = await seeSettings(owner, device);
  await (await seeSettings(owner, device)).set({ reserve: 90 });
  await expect.poll(() => here.desired).toHaveLength(1);
  const values = { reserve: 91, operatingMode: 'warp', chargingWindow: '23:07-05:00', other: 1 };
  const refused = await (await seeSettings(owner, device)).set(values);
  expect([refused.status, faultsOf(refused)]).toEqual([
    422,
    [
      '/values/reserve device-settings/too-high',
      '/values/operatingMode device-settings/not-a-choice',
      '/values/chargingWindow device-settings/window-step',
      '/values/other device-settings/setting-unknown',
    ],
  ]);
  const path = `${owner.path}/devices/${device}/settings`;
  const shapes = [{ reserve: null }, { reserve: [1] }, { reserve: { value: 1 } }, 'reserve'];
  for (const wrong of shapes)
    expect((await owner.call('PATCH', path, { values: wrong }, { 'if-match': '"x"' })).status).toBe(400);
  const stale = await seen.set({ reserve: 10 });
  expect([stale.status, codeOf(stale)]).toEqual([412, 'platform/changed-meanwhile']);
  expect((await owner.call('PATCH', path, { values: { reserve: 10 } })).status).toBe(428);
  const many = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`setting${at}`, 1]));
  expect((await seen.set(many)).status).toBe(400);
  expect(here.desired).toHaveLength(1);
});

test('E-09 who may read sees, who may configure sets, and what was asked ends with the right to it', async () => {
  const gateway = await ownedGateway(server);
  const { owner, device } = gateway;
  const reader = await linkedDealer(server, gateway, ['list', 'read']);
  const setter = await linkedDealer(server, gateway, ['list', 'read', 'configure']);
  const stranger = await newCustomer(server, '見本商事', gatewaySite);
  const match = { 'if-match': '"x"' };
  const set = (who: typeof owner) => who.call('PATCH', `${who.path}/devices/${device}/settings`, { values: {} }, match);
  expect((await seeSettings(stranger, device)).status).toBe(404);
  const read = await seeSettings(reader, device);
  expect(read.body).toMatchObject({ mayChange: false });
  expect([(await set(stranger)).status, (await set(reader)).status, (await read.set({ reserve: 10 })).status]).toEqual([
    404, 404, 404,
  ]);
  const viewer = await newColleague(server, owner.organization, 'viewer', { siteId: gatewaySite });
  expect((await seeSettings(viewer, device)).body).toMatchObject({ mayChange: false });
  expect((await set(viewer)).status).toBe(403);

  const asked = await (await seeSettings(setter, device)).set({ reserve: 10, operatingMode: 'backup' });
  expect(asked.body).toMatchObject({
    settings: [{ pending: { user: '見本 owner', organization: '見本電設' } }, {}, {}],
  });
  const { body } = await seeSettings(owner, device);
  expect(body).toMatchObject({ settings: [{ pending: { user: null, organization: '見本電設' } }, {}, {}] });
  await (await seeSettings(owner, device)).set({ operatingMode: 'economy' });
  await server.app.db.updateTable('grants').set({ until: server.clock.now() }).where('id', '=', setter.grant).execute();
  const here = listen(gateway);
  await expect.poll(() => here.desired).toEqual([{ version: 2, values: { operatingMode: 'economy' } }]);
  expect(await historyOf(owner, device)).toEqual([
    ['operatingMode', null, 'economy', 'asked', 'pending'],
    ['operatingMode', null, 'backup', 'asked', 'superseded'],
    ['reserve', null, 10, 'asked', 'ended'],
  ]);
  expect((await seeSettings(setter, device)).status).toBe(404);
});

test('E-09 what was changed at the gateway is written down; what is said late changes nothing in force', async () => {
  const gateway = await ownedGateway(server);
  const { owner, device } = gateway;
  const here = listen(gateway);
  await answer(here, null, { reserve: 20, operatingMode: 'economy' });
  server.clock.move(60_000);
  await answer(here, null, { reserve: 35, operatingMode: 7 });
  const late = new Date(server.clock.now().getTime() - 30_000).toISOString();
  await here.client.send('reported', { time: late, values: { reserve: 5 } });
  expect(valuesOf(await seeSettings(owner, device))).toMatchObject({
    reserve: [35, null],
    operatingMode: ['economy', null],
  });
  expect(await historyOf(owner, device)).toEqual([['reserve', 20, 35, 'device', 'applied']]);
  for (let turn = 0; turn < 51; turn += 1) {
    server.clock.move(1_000);
    await answer(here, null, { reserve: turn });
  }
  const { body } = await owner.call('GET', `${owner.path}/devices/${device}/settings/history`);
  expect(body.total).toBe(50);
  expect(valuesOf(await seeSettings(owner, device))).toMatchObject({ reserve: [50, null] });
});

test('E-09 after 24 hours without an answer who asked is told, once', async () => {
  const run = () => eventsCausedBy(server.app, () => overdueSettings.run(server.app, server.clock.now()));
  server.clock.move(24 * hoursMs);
  await run();
  const gateway = await ownedGateway(server);
  const { owner, device } = gateway;
  await (await seeSettings(owner, device)).set({ reserve: 60, operatingMode: 'backup' });
  server.clock.move(24 * hoursMs - 1);
  expect(await run()).toEqual([]);
  server.clock.move(1);
  expect(await run()).toEqual(['device-settings.overdue']);
  expect(await run()).toEqual([]);
  const mail = await mailed(server, owner.mail, '応答がありません');
  expect(mail.text).toContain(gateway.serial);
  expect(mail.text).toContain('停電に備えて残す容量: 60 %');
  expect(mail.text).toContain('運転モード: 停電に備えて満充電');
  expect(mail.text).toContain(`/o/${owner.organization}/devices/${device}/settings`);
  const again = await newColleague(server, owner.organization, 'owner', { siteId: gatewaySite });
  expect((await seeSettings(again, device)).body).toMatchObject({ settings: [{ pending: { overdue: true } }, {}, {}] });
  const here = listen(gateway);
  await expect.poll(() => here.desired).toHaveLength(1);
  await answer(here, 1, { reserve: 60, operatingMode: 'backup' });
  expect(valuesOf(await seeSettings(again, device))).toMatchObject({ reserve: [60, null] });
});

test('P-32 settings move to the gateway that takes a broken one’s place, and P-31 not to a new owner', async () => {
  const gateway = await ownedGateway(server);
  const { owner, device } = gateway;
  const old = listen(gateway);
  await answer(old, null, { reserve: 25, operatingMode: 'economy' });
  await old.close();
  await (await seeSettings(owner, device)).set({ reserve: 45 });
  const [serial = ''] = await giveDevices(server, 1, { site: gatewaySite, model: gatewayModel, claimCode });
  const maker = await newMaker(server, gatewaySite);
  const exchanged = await replaceDevice(maker, device, serial);
  expect(exchanged.status).toBe(201);
  const next = String(exchanged.body.device);
  const factory = await factoryFileFor(server.app, serial);
  const fresh = { factory, credential: await bootstrap(server.url, factory) };
  const here = listen(fresh);
  await expect.poll(() => here.desired).toEqual([{ version: 1, values: { reserve: 45, operatingMode: 'economy' } }]);
  await answer(here, 1, { reserve: 45, operatingMode: 'economy' });
  expect(await historyOf(owner, next)).toEqual([
    ['operatingMode', null, 'economy', 'exchange', 'applied'],
    ['reserve', null, 45, 'exchange', 'applied'],
  ]);
  await here.close();

  await (await seeSettings(owner, next)).set({ reserve: 80 });
  const buyer = await newCustomer(server, '見本商事', gatewaySite);
  const offered = await offerDevice(owner, next, buyer.mail);
  expect((await acceptTransfer(buyer, offered.body.id)).status).toBe(200);
  const again = listen(fresh);
  await answer(again, null, { reserve: 45, operatingMode: 'economy' });
  expect(await historyOf(buyer, next)).toEqual([]);
  expect(valuesOf(await seeSettings(buyer, next))).toMatchObject({ reserve: [45, null] });
  await (await seeSettings(buyer, next)).set({ reserve: 15 });
  await expect.poll(() => again.desired).toEqual([{ version: 3, values: { reserve: 15 } }]);
});
