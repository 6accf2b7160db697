import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { DeviceCredential } from '../../edge/gateway/bootstrap.ts';
import { payloadOf } from '../../proof/ingest/reporting.ts';
import { publishPacket } from '../../tools/test/mqtt-packets.ts';
import { openConnection } from '../ingest/send.ts';

export type FloodOrder = { port: number; credentials: DeviceCredential[]; startMs: number; messagesPerSecond: number };

const tickMs = 2;

/** Devices that report at even times, however fast they are answered; at the end says how many messages there were, and a second. */
const { port, credentials, startMs, messagesPerSecond } = workerData as FloodOrder;
const sockets = await Promise.all(credentials.map((credential) => openConnection(port, credential)));
let acknowledged = 0;
for (const socket of sockets)
  socket.on('data', (chunk: Buffer) => {
    // A PUBACK has four bytes and is all that comes.
    acknowledged += chunk.length / 4;
  });
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
    const device = sent % sockets.length;
    const index = Math.floor(sent / sockets.length);
    const topic = `${credentials[device]?.root}/telemetry`;
    sockets[device]?.write(publishPacket(topic, payloadOf(device, index, startMs), (index % 65_535) + 1));
  }
  await sleep(tickMs);
}
const seconds = (performance.now() - started) / 1000;
for (const socket of sockets) socket.removeAllListeners('close').destroy();
parentPort?.postMessage({ sent, acknowledged, perSecond: acknowledged / seconds });
