import { randomInt } from 'node:crypto';
import { connect } from 'node:net';
import { sql } from 'kysely';
import mqtt from 'mqtt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { payloadBytesMax } from '../../../domain/protocol/limits.ts';
import { mutate } from '../../../proof/kit/mutate.ts';
import { seededRandom, type Random } from '../../../proof/kit/random.ts';
import { bootGateways, ofDevice, readingsOf, type TestGateway } from '../../../tools/test/gateways.ts';
import { connectPacket, packetOf, publishPacket, subscribePacket } from '../../../tools/test/mqtt-packets.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { packetCounter } from './packet-limit.ts';

const rounds = 300;
const atOnce = 10;
const pieceBytesMax = 40;
const pingPacket = packetOf(0xc0, Buffer.alloc(0));
const disconnectPacket = packetOf(0xe0, Buffer.alloc(0));

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** What a device that does everything right would send; each message is of the same time, so that it is one reading at most. */
function rightPackets({ credential }: TestGateway, timeMs: number): Buffer[] {
  const { root } = credential;
  return [
    connectPacket(credential),
    subscribePacket(`${root}/down/ack`, 1),
    publishPacket(`${root}/telemetry`, JSON.stringify({ seq: 1, time: timeMs, values: { powerConsumed: 1 } }), 2),
    publishPacket(`${root}/hello`, '{"firmware":"1"}'),
    pingPacket,
    disconnectPacket,
  ];
}

/** The packets with faults: changed, left out, twice, in another order. */
function spoil(packets: readonly Buffer[], random: Random): Buffer[] {
  const spoilt = packets.flatMap((packet) => {
    if (random.chance(0.1)) return [];
    const sent = random.chance(0.4) ? mutate(packet, random) : packet;
    return random.chance(0.1) ? [sent, sent] : [sent];
  });
  return random.chance(0.2) ? spoilt.toReversed() : spoilt;
}

/** Connects, most of the time as it should be, sends the rest in pieces and ends; when the server has closed as well. */
function sendRaw(packets: readonly Buffer[], random: Random): Promise<void> {
  const [first = Buffer.alloc(0), ...others] = packets;
  const rest = Buffer.concat(spoil(others, random));
  const isRight = random.chance(0.8);
  return new Promise((resolve) => {
    const socket = connect({ port: Number(new URL(server.mqttUrl).port), host: '127.0.0.1', noDelay: true });
    const go = () => {
      for (let at = 0; at < rest.length;) {
        const length = 1 + random.below(pieceBytesMax);
        socket.write(rest.subarray(at, at + length));
        at += length;
      }
      socket.end();
    };
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
    socket.once('data', go).on('data', () => undefined);
    socket.write(isRight ? first : mutate(first, random));
    if (!isRight) go();
  });
}

test(`E-10 ${rounds} connections with mutated packets: the broker lives on, and nothing of them is anybody else’s`, async () => {
  const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
  const gateways = await bootGateways(server, atOnce + 1);
  const [witness, ...noisy] = gateways as [TestGateway, ...TestGateway[]];
  const { device: clientId, username, password, root } = witness.credential;
  const calm = await mqtt.connectAsync(server.mqttUrl, {
    clientId,
    username,
    password,
    protocolVersion: 4,
    reconnectPeriod: 0,
  });
  const heard: string[] = [];
  calm.on('message', (topic) => heard.push(topic));
  await calm.subscribeAsync(`${root}/down/ack`);
  const timeMs = server.clock.now().getTime();
  for (let round = 0; round < rounds; round += atOnce)
    await Promise.all(
      noisy.map((gateway, at) => sendRaw(rightPackets(gateway, timeMs), seededRandom(`${seed} ${round + at}`))),
    );

  // Who was connected all the while still is, heard nothing that is not its own, and is served.
  const payload = JSON.stringify({ seq: 2, time: timeMs, values: { powerConsumed: 2 } });
  await calm.publishAsync(`${root}/telemetry`, payload, { qos: 1 });
  await expect.poll(() => ({ seed, heard })).toEqual({ seed, heard: [`${root}/down/ack`] });
  expect((await readingsOf(server.app, witness)).map(({ measured }) => measured[2])).toEqual([2]);
  await calm.endAsync();
  const { rows: reports } = await sql`select 1 from device_reports where ${ofDevice(witness)}`.execute(server.app.db);
  expect(reports).toEqual([]);
  const stored = await Promise.all(noisy.map((gateway) => readingsOf(server.app, gateway)));
  // Some of it was right after all: the packets do get as far as the database.
  expect(stored.filter((rows) => rows.length > 0).length).toBeGreaterThan(atOnce / 2);
});

const bytesMax = payloadBytesMax + 1_024;
const long = (bytes: number) => packetOf(0x30, Buffer.alloc(bytes));

test.each([
  ['as long as may be', [long(bytesMax)], true],
  ['one byte longer', [long(bytesMax + 1)], false],
  ['many short ones', Array.from({ length: 5_000 }, () => long(20)), true],
  ['a long one among short ones', [long(0), long(1), long(bytesMax + 1), long(2)], false],
  ['a length of five bytes', [Buffer.from([0x30, 0x80, 0x80, 0x80, 0x80, 0x01])], false],
])('E-10 packets: %s', (_, packets, right) => {
  const whole = Buffer.concat(packets);
  expect(packetCounter(bytesMax)(whole)).toBe(right);
  const byByte = packetCounter(bytesMax);
  const head = whole.subarray(0, 300);
  const passed = [...head].every((byte) => byByte(Buffer.from([byte]))) && byByte(whole.subarray(300));
  expect(passed).toBe(right);
});
