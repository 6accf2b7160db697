import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootstrapProof } from '../../domain/readings/bootstrap.ts';
import { bootstrap } from '../../edge/gateway/bootstrap.ts';
import { gatewayClient, type Told } from '../../edge/gateway/client.ts';
import { newOperator } from '../../tools/test/accounts.ts';
import {
  basicOf,
  bootGateways,
  gatewaySite,
  makeGateways,
  ofDevice,
  readingFaultsOf,
  readingsOf,
  telemetry,
  type TestGateway,
} from '../../tools/test/gateways.ts';
import { newColleague, newOrganization } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { daysMs, minutesMs } from '../kernel/clock.ts';
import { insideId, newId } from '../kernel/ids.ts';

let server: TestServer;
const startAt = new Date('2026-11-21T03:00:00Z');
beforeAll(async () => {
  server = await startTestServer({ startAt });
});
afterAll(() => server.close());

const own = async () => (await bootGateways(server, 1))[0] as TestGateway;
const optionsOf = ({ credential }: TestGateway, more: IClientOptions = {}): IClientOptions => ({
  clientId: credential.device,
  username: credential.username,
  password: credential.password,
  reconnectPeriod: 0,
  protocolVersion: 4,
  ...more,
});
const connect = (gateway: TestGateway, more: IClientOptions = {}) =>
  mqtt.connectAsync(server.mqttUrl, optionsOf(gateway, more));
const ended = (client: MqttClient) => new Promise<void>((resolve) => void client.once('close', () => resolve()));
const at = (offsetMs: number) => server.clock.now().getTime() + offsetMs;
const post = async (path: string, body: object, authorization?: string) => {
  const answer = await fetch(`${server.url}/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const reportAs = (gateway: TestGateway, messages: object[], site = gatewaySite) =>
  post(`${site}/device-messages`, { messages }, basicOf(gateway));
const storedOf = (gateway: TestGateway) => readingsOf(server.app, gateway);
const faultsOf = (gateway: TestGateway) => readingFaultsOf(server.app, gateway);

describe('E-10 a device gets its credential by the secret of the factory', () => {
  test('with the right proof once, registered or not; whatever is wrong reads alike', async () => {
    const [factory, other] = await makeGateways(server, 2);
    if (!factory || !other) throw new Error('no gateways');
    const { serial, secret } = factory;
    const ask = async (of: string) =>
      String((await post(`${gatewaySite}/device-challenges`, { serial: of })).body['challenge']);
    const prove = (challenge: string, more: object = {}, key = secret) =>
      post(`${gatewaySite}/device-credentials`, {
        serial,
        challenge,
        proof: bootstrapProof(Buffer.from(key, 'hex'), { site: gatewaySite, serial, challenge }),
        ...more,
      });
    const challenge = await ask(serial.toLowerCase());
    const given = await prove(challenge);
    expect(given).toMatchObject({ status: 201, body: { root: expect.stringMatching(/^engawa\/1\/energy\/dev_/) } });
    const stale = await ask(serial);
    server.clock.move(5 * minutesMs);
    const wrong = [
      await prove(challenge),
      await prove(stale),
      await prove(await ask(serial), {}, other.secret),
      await prove(await ask(other.serial)),
      await prove(await ask('ZZ99999999BT'), { serial: 'ZZ99999999BT' }),
      await prove(`${(await ask(serial)).slice(0, -2)}AA`),
    ];
    for (const { status, body } of wrong) {
      expect([status, body['type']]).toEqual([403, '/problems/readings/proof-wrong']);
      expect({ ...body, requestId: '' }).toEqual({ ...wrong[0]?.body, requestId: '' });
    }
    expect((await post('ups/device-challenges', { serial })).status).toBe(404);
  });
});

describe('E-10 MQTT', () => {
  test('a message is acknowledged when it is stored; again, late and out of order it changes nothing', async () => {
    const gateway = await own();
    const told: Told[] = [];
    const client = gatewayClient({
      url: server.mqttUrl,
      credential: gateway.credential,
      told: (one) => told.push(one),
    });
    client.connect();
    const values = { powerConsumed: 500, remainingCapacity3: 80, workingOperationStatus: 'charging' };
    await client.send('telemetry', { time: at(0), values });
    expect(await storedOf(gateway)).toHaveLength(1);
    await Promise.all([
      client.send('telemetry', { time: at(0), values }),
      client.send('telemetry', { time: at(-30 * daysMs), values: { powerConsumed: 1 } }),
      client.send('telemetry', { time: at(-minutesMs), values: { powerConsumed: 2 } }),
      client.send('telemetry', { time: at(0), values: { powerBought: 7 } }),
      client.send('telemetry', { time: at(0), values: { powerConsumed: 501 } }),
    ]);
    const rows = await storedOf(gateway);
    expect(rows.map(({ at: time }) => time.getTime())).toEqual([at(-30 * daysMs), at(-minutesMs), at(0)]);
    expect(rows[2]).toMatchObject({ texts: { 10: 'charging' }, marks: null });
    expect(rows[2]?.measured.slice(0, 4)).toEqual([null, null, 500, 7]);
    const { rows: latest } = await sql<{ at: Date; measured: number[] }>`
      select at, measured from reading_latest where ${ofDevice(gateway)}`.execute(server.app.db);
    expect([latest[0]?.at.getTime(), latest[0]?.measured[2]]).toEqual([at(0), 500]);
    expect(await faultsOf(gateway)).toEqual({ 'value-differs': 1 });
    expect(client.unacknowledged()).toBe(0);
    await client.disconnect();
  });

  test('what is bad is answered on the error topic and counted, and the rest is stored', async () => {
    const gateway = await own();
    const told: Told[] = [];
    const client = gatewayClient({
      url: server.mqttUrl,
      credential: gateway.credential,
      told: (one) => told.push(one),
    });
    client.connect();
    const values = { powerConsumed: 5 };
    await client.send('telemetry', { time: at(11 * minutesMs), values });
    await client.send('telemetry', { time: at(-31 * daysMs - 1), values });
    await client.send('telemetry', { time: 'soon', values });
    await client.send('telemetry', {
      time: at(0),
      values: { ...values, warp: 9, powerSold: true, remainingCapacity3: 101 },
    });
    await client.send('telemetry', { time: at(0), values, device: 'ZZ00000001BT' });
    await client.send('time', { time: at(90_000) });
    expect(told.map(({ kind, body }) => body['code'] ?? kind)).toEqual([
      'time-ahead',
      'time-behind',
      'time-wrong',
      'metric-unknown',
      'value-kind',
      'device-not-its-own',
      'time',
    ]);
    expect(told.at(-1)?.body).toEqual({ time: server.clock.now().toISOString(), aheadMs: 90_000 });
    expect((await storedOf(gateway)).map(({ marks }) => marks)).toEqual([[9]]);
    expect(await faultsOf(gateway)).toEqual({
      'time-ahead': 1,
      'time-behind': 1,
      'time-wrong': 1,
      'metric-unknown': 1,
      'value-kind': 1,
      'device-not-its-own': 1,
    });
    await client.send('status', { time: at(0), states: ['E01'] });
    await client.send('status', { time: at(0), states: ['E01'] });
    const { rows } = await sql`select body from device_reports where kind = 'status' and ${ofDevice(gateway)}`.execute(
      server.app.db,
    );
    expect(rows).toEqual(
      [{ body: { kind: 'status', states: ['E01'] } }].map(({ body: { states } }) => ({ body: { states } })),
    );
    await client.disconnect();
  });

  test('a counter that falls is marked, wherever in a batch', async () => {
    const gateway = await own();
    const energy = (offsetMs: number, energyBought: number) => telemetry(at(offsetMs), { energyBought });
    await reportAs(gateway, [energy(-4_000, 10), energy(-2_000, 9), energy(-3_000, 12)]);
    await reportAs(gateway, [energy(-1_000, 8), energy(0, 8)]);
    expect((await storedOf(gateway)).map(({ marks }) => marks)).toEqual([null, null, [6], [6], null]);
  });

  test('a device is itself alone: name, topics, wills, what it listens to', async () => {
    const [one, other] = (await bootGateways(server, 2)) as [TestGateway, TestGateway];
    const refused = [
      { clientId: other.credential.device },
      { password: other.credential.password },
      { username: other.credential.username },
      { username: 'nobody' },
      {
        will: { topic: `${other.credential.root}/status`, payload: Buffer.from('{}'), qos: 0 as const, retain: false },
      },
    ];
    for (const more of refused) await expect(connect(one, more)).rejects.toThrow(/refused|authorized|password/i);
    const client = await connect(one);
    const topics = [
      '#',
      '+/+/+/+/+',
      `${one.credential.root}/#`,
      `${one.credential.root}/telemetry`,
      `${other.credential.root}/down/ack`,
      `$share/g/${one.credential.root}/down/ack`,
      '$SYS/#',
    ];
    for (const topic of topics) await expect(client.subscribeAsync(topic)).rejects.toThrow(/Unspecified error/);
    await client.subscribeAsync(`${one.credential.root}/down/ack`);
    await client.endAsync();
    for (const topic of [
      `${other.credential.root}/telemetry`,
      `${one.credential.root}/down/desired`,
      'engawa/1/ups/x/telemetry',
      '$SYS/x',
    ]) {
      const sender = await connect(one);
      const cut = ended(sender);
      sender.publish(topic, JSON.stringify({ time: at(0), values: { powerConsumed: 1 } }), { qos: 0, retain: true });
      await cut;
    }
    expect([...(await storedOf(one)), ...(await storedOf(other))]).toEqual([]);
  });

  test('nobody sends more than 64 KiB at once, and nothing is retained for who comes later', async () => {
    const gateway = await own();
    const client = await connect(gateway);
    await client.publishAsync(
      `${gateway.credential.root}/telemetry`,
      JSON.stringify({ time: at(0), values: { powerSold: 3 } }),
      { qos: 1, retain: true },
    );
    expect(await storedOf(gateway)).toHaveLength(1);
    const cut = ended(client);
    client.publish(`${gateway.credential.root}/telemetry`, randomBytes(70_000), { qos: 0 });
    await cut;
    const again = await connect(gateway, { clean: false });
    const heard: string[] = [];
    again.on('message', (topic) => heard.push(topic));
    await again.publishAsync(`${gateway.credential.root}/hello`, '{}', { qos: 1 });
    expect(heard).toEqual([]);
    await again.endAsync();
  });

  test('a will on its own topic is a message like others, and WebSocket carries the same', async () => {
    const gateway = await own();
    const payload = Buffer.from(JSON.stringify({ time: at(0), states: ['offline'] }));
    const will = { topic: `${gateway.credential.root}/status`, payload, qos: 1 as const, retain: false };
    const client = await mqtt.connectAsync(`${server.url.replace('http', 'ws')}/mqtt`, optionsOf(gateway, { will }));
    client.stream.destroy();
    const reports = async () => {
      const { rows } = await sql`select 1 from device_reports where ${ofDevice(gateway)}`.execute(server.app.db);
      return rows.length;
    };
    await expect.poll(reports).toBe(1);
  });
});

describe('E-10 credentials end', () => {
  test('two live at once; the third ends the first, and an operator ends all, on every channel', async () => {
    const gateway = await own();
    const next = { ...gateway, credential: await bootstrap(server.url, gateway.factory) };
    const first = await connect(gateway);
    const firstCut = ended(first);
    expect((await reportAs(next, [telemetry(at(0), { powerSold: 1 })])).status).toBe(200);
    const third = { ...gateway, credential: await bootstrap(server.url, gateway.factory) };
    await firstCut;
    expect((await reportAs(gateway, [telemetry(at(1), { powerSold: 1 })])).status).toBe(401);
    await expect(connect(gateway)).rejects.toThrow(/password/i);
    const sender = await connect(third);
    const cut = ended(sender);
    const operator = await newOperator(server, gatewaySite);
    const path = `${operator.path}/devices/${gateway.credential.device}/withdraw-credentials`;
    expect(await operator.call('POST', path)).toMatchObject({ status: 200, body: { withdrawn: 2 } });
    await cut;
    expect((await reportAs(next, [telemetry(at(2), { powerSold: 1 })])).status).toBe(401);
    expect(await storedOf(gateway)).toHaveLength(1);
    expect(await operator.call('POST', path.replace(gateway.credential.device, `dev_${newId()}`))).toMatchObject({
      status: 404,
    });
  });
});

test('E-10 HTTPS takes batches with the same rules, and says of each message what became of it', async () => {
  const gateway = await own();
  const good = telemetry(at(0), { powerConsumed: 1 });
  const batch = [
    good,
    telemetry(at(daysMs), { powerConsumed: 1 }),
    { kind: 'events', message: { time: at(0), event: 5 } },
    telemetry(at(1), { warp: 1 }),
  ];
  const { body } = await reportAs(gateway, batch);
  expect(body['results']).toEqual([
    { stored: true, errors: [] },
    { stored: false, errors: [{ code: 'time-ahead' }] },
    { stored: false, errors: [{ code: 'body-wrong' }] },
    { stored: true, errors: [{ code: 'metric-unknown', params: { metric: 'warp' } }] },
  ]);
  expect((await reportAs(gateway, [good])).status).toBe(200);
  expect(await storedOf(gateway)).toHaveLength(1);
  expect(
    (
      await reportAs(
        gateway,
        Array.from({ length: 501 }, () => good),
      )
    ).status,
  ).toBe(400);
  const nobody = { ...gateway, credential: { ...gateway.credential, password: 'x' } };
  expect(await reportAs(nobody, [good])).toMatchObject({
    status: 401,
    body: { type: '/problems/readings/credential-wrong' },
  });
  expect((await reportAs(gateway, [good], 'ups')).status).toBe(404);
});

describe('P-31 whose a reading is', () => {
  const epoch = async (gateway: TestGateway, organization: string, from: Date, until: Date | null) =>
    sql`insert into device_registrations (site_id, id, device_id, organization_id, from_at, until_at, cause, serial, model, type, changed_at)
      values (${gatewaySite}, ${newId()}, ${insideId(gateway.credential.device)}, ${insideId(organization)}, ${from}, ${until}, 'registered',
        ${gateway.factory.serial}, ${gateway.factory.model}, 'gateway', ${from})`.execute(server.app.db);

  test('each owner sees its own epoch, others see nothing, and nothing tells them that there is something', async () => {
    const gateway = await own();
    const [before, after, stranger] = await Promise.all(
      ['先の持ち主', '次の持ち主', '他人'].map(async (name) =>
        newColleague(server, await newOrganization(server, 'customer', name, gatewaySite), 'owner', {
          siteId: gatewaySite,
        }),
      ),
    );
    if (!before || !after || !stranger) throw new Error('nobody');
    const cut = new Date(at(-60 * minutesMs));
    await epoch(gateway, before.organization, new Date(at(-2 * daysMs)), cut);
    await epoch(gateway, after.organization, cut, null);
    const power = (offsetMs: number, powerConsumed: number) => telemetry(cut.getTime() + offsetMs, { powerConsumed });
    await reportAs(gateway, [power(-1, 1), power(0, 2), power(-3 * daysMs, 9), power(1, 3)]);
    const seen = async (who: typeof before) => {
      const path = `${who.path}/devices/${gateway.credential.device}/readings?from=${new Date(at(-4 * daysMs)).toISOString()}`;
      const { status, body } = await who.call('GET', path);
      const { readings, latest } = body as { readings?: { values: number[] }[]; latest?: { values: number[] } | null };
      return [status, readings?.map(({ values }) => values[2]), latest?.values[2]];
    };
    expect(await seen(before)).toEqual([200, [1], undefined]);
    expect(await seen(after)).toEqual([200, [2, 3], 3]);
    expect(await seen(stranger)).toEqual([404, undefined, undefined]);
  });

  test('an agent reports for what is bound to it, and only as long as it is', async () => {
    const [agent, child] = (await bootGateways(server, 2)) as [TestGateway, TestGateway];
    const bind = sql`insert into device_parents (site_id, id, device_id, parent_device_id, from_at)
      values (${gatewaySite}, ${newId()}, ${insideId(child.credential.device)}, ${insideId(agent.credential.device)}, ${startAt})`;
    await bind.execute(server.app.db);
    const about = (offsetMs: number) => telemetry(at(offsetMs), { powerConsumed: 4 }, { device: child.factory.serial });
    await reportAs(agent, [about(0), about(1)]);
    expect([(await storedOf(child)).length, (await storedOf(agent)).length]).toEqual([2, 0]);
    await sql`update device_parents set until_at = ${server.clock.now()} where device_id = ${insideId(child.credential.device)}`.execute(
      server.app.db,
    );
    const { body } = await reportAs(agent, [about(2)]);
    expect(body['results']).toEqual([{ stored: false, errors: [{ code: 'device-not-its-own' }] }]);
  });
});
