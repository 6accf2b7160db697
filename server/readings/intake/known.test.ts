import { sql } from 'kysely';
import mqtt from 'mqtt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { basicOf, bootGateways, gatewaySite, ofDevice, readingsOf, telemetry } from '../../../tools/test/gateways.ts';
import type { TestGateway } from '../../../tools/test/gateways.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { distrust, nothingKnown, recallNewest, rememberNewest, type Last } from './known.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const last = (timeMs: number): Last => ({ timeMs, receivedMs: timeMs, measured: [] });

describe('E-10 what a node remembers of readings', () => {
  test('is of use when it is known of all; an older one changes nothing, and what was wrong is asked for a minute', () => {
    const known = nothingKnown();
    rememberNewest(known, new Map([[1, last(20)]]));
    rememberNewest(known, new Map([[1, last(10)]]));
    expect(recallNewest(known, [1], 0)).toEqual(new Map([[1, last(20)]]));
    expect(recallNewest(known, [1, 2], 0)).toBe(null);
    distrust(known, 1_000);
    rememberNewest(known, new Map([[1, last(30)]]));
    expect(recallNewest(known, [1], 60_999)).toBe(null);
    expect(recallNewest(known, [1], 61_000)).toEqual(new Map([[1, last(30)]]));
  });

  test('a fall is marked by what another node has stored meanwhile', async () => {
    const [gateway] = (await bootGateways(server, 1)) as [TestGateway];
    const now = server.clock.now().getTime();
    const report = async (offsetMs: number, energyBought: number) => {
      const messages = [telemetry(now + offsetMs, { energyBought })];
      const answer = await fetch(`${server.url}/api/${gatewaySite}/device-messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: basicOf(gateway) },
        body: JSON.stringify({ messages }),
      });
      expect(answer.status).toBe(200);
    };
    await report(-9_000, 10);
    await report(-8_000, 11);
    const stored = new Date(now - 7_000);
    await sql`with r as (select device_key, measured from reading_latest where ${ofDevice(gateway)}),
        more as (select device_key, measured[:6] || 20::float8 || measured[8:] as measured from r),
        kept as (insert into readings (device_key, at, measured) select device_key, ${stored}, measured from more)
      update reading_latest l set at = ${stored}, received_at = ${stored}, measured = more.measured
      from more where l.device_key = more.device_key`.execute(server.app.db);
    await report(-6_000, 12);
    await report(-5_000, 12);
    const rows = await readingsOf(server.app, gateway);
    expect(rows.map(({ measured, marks }) => [measured[6], marks])).toEqual([
      [10, null],
      [11, null],
      [20, null],
      [12, [6]],
      [12, null],
    ]);
  });

  test('a credential that was withdrawn unheard stores nothing more, and others beside it go on', async () => {
    const [one, other] = (await bootGateways(server, 2)) as [TestGateway, TestGateway];
    const connect = ({ credential }: TestGateway) =>
      mqtt.connectAsync(server.mqttUrl, {
        clientId: credential.device,
        username: credential.username,
        password: credential.password,
        reconnectPeriod: 0,
        protocolVersion: 4,
      });
    const [ones, others] = await Promise.all([connect(one), connect(other)]);
    const now = server.clock.now().getTime();
    const payload = (offsetMs: number) => JSON.stringify({ time: now + offsetMs, values: { powerSold: 1 } });
    const topic = ({ credential }: TestGateway) => `${credential.root}/telemetry`;
    await ones.publishAsync(topic(one), payload(-3_000), { qos: 1 });
    await ones.publishAsync(topic(one), payload(-2_000), { qos: 1 });
    await others.publishAsync(topic(other), payload(-3_000), { qos: 1 });
    await sql`update device_credentials set withdrawn_at = ${server.clock.now()}
      where device_id = (select device_id from manufactured_devices where ${ofDevice(one)})`.execute(server.app.db);
    const cut = new Promise<void>((resolve) => void ones.once('close', () => resolve()));
    ones.publish(topic(one), payload(-1_000), { qos: 1 });
    await Promise.all([cut, others.publishAsync(topic(other), payload(-1_000), { qos: 1 })]);
    expect([await readingsOf(server.app, one), await readingsOf(server.app, other)].map((rows) => rows.length)).toEqual(
      [2, 2],
    );
    await others.endAsync();
  });
});
