import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { DeviceCredential } from '../../edge/gateway/bootstrap.ts';
import { payloadOf, timeOf } from '../../proof/ingest/reporting.ts';
import { publishPacket } from '../../tools/test/mqtt-packets.ts';
import { openUnread } from '../ingest/send.ts';

export type FloodOrder = { port: number; credentials: DeviceCredential[]; startMs: number; messagesPerSecond: number };

const tickMs = 2;
const readEveryMs = 100;

/** Devices that report at even times, however fast they are answered; at the end says how many messages there were, and a second. */
const { port, credentials, startMs, messagesPerSecond } = workerData as FloodOrder;
const connections = await Promise.all(credentials.map((credential) => openUnread(port, credential)));
let acknowledged = 0;
const count = (bytes: number) => {
  // A PUBACK has four bytes and is all that comes.
  acknowledged += bytes / 4;
};
const reading = setInterval(() => {
  for (const { read } of connections) read(count);
}, readEveryMs);
const reports = credentials.map(reporting);
let over = false;
parentPort?.once('message', () => {
  over = true;
});
parentPort?.postMessage('going');
const started = performance.now();
let sent = 0;
while (!over) {
  const due = Math.floor(((performance.now() - started) / 1000) * messagesPerSecond);
  for (; sent < due; sent += 1) {
    const device = sent % connections.length;
    const index = Math.floor(sent / connections.length);
    connections[device]?.socket.write(reports[device]?.(index) ?? '');
  }
  await sleep(tickMs);
}
const seconds = (performance.now() - started) / 1000;
clearInterval(reading);
for (const { socket } of connections) socket.destroy();
parentPort?.postMessage({ sent, acknowledged, perSecond: acknowledged / seconds });

/**
 * What a device sends, each time with another time and number: nothing but these is written anew, as the machine is the server's while
 * the clock runs.
 */
function reporting({ root }: DeviceCredential, device: number): (index: number) => Buffer {
  const topic = `${root}/telemetry`;
  const packet = publishPacket(topic, payloadOf(device, 0, startMs), 1);
  const timeAt = packet.indexOf(String(startMs));
  const numberAt = packet.indexOf(topic) + Buffer.byteLength(topic);
  return (index) => {
    const next = Buffer.from(packet);
    next.write(String(timeOf(startMs, index)), timeAt);
    next.writeUInt16BE((index % 65_535) + 1, numberAt);
    return next;
  };
}
