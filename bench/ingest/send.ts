import { connect, type Socket } from 'node:net';
import type { DeviceCredential } from '../../edge/gateway/bootstrap.ts';
import { payloadOf } from '../../proof/ingest/reporting.ts';
import { connectPacket, publishPacket } from '../../tools/test/mqtt-packets.ts';

/** Messages of one connection on their way at once. */
const underWayMax = 100;
const answersBytesMax = 65_536;
export type Packets = Buffer[];

/** What a device will send; made before the clock runs: the machine is the server's while it does. */
export function makePackets(credential: DeviceCredential, device: number, messages: number, startMs: number): Packets {
  return Array.from({ length: messages }, (_, index) =>
    publishPacket(`${credential.root}/telemetry`, payloadOf(device, index, startMs), (index % 65_535) + 1),
  );
}

/** A connection that has been let in. */
export async function openConnection(port: number, credential: DeviceCredential): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  socket.write(connectPacket(credential));
  const answer = await new Promise<Buffer>((resolve, reject) => {
    socket.once('data', resolve);
    socket.once('error', reject);
  });
  checkLetIn(answer);
  return socket;
}

/** As `openConnection`, but what comes back lies there until it is read: a wake-up for each answer would be in the way of what is measured. */
export async function openUnread(
  port: number,
  credential: DeviceCredential,
): Promise<{ socket: Socket; read: (each: (bytes: number) => void) => void }> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const buffer = Buffer.alloc(answersBytesMax);
  let hear = (bytes: number) => resolve(buffer.subarray(0, bytes));
  const callback = (bytes: number) => {
    hear(bytes);
    return false;
  };
  const socket = connect({ port, host: '127.0.0.1', noDelay: true, onread: { buffer, callback } });
  socket.once('error', reject).write(connectPacket(credential));
  checkLetIn(await promise);
  return {
    socket,
    read: (each) => {
      hear = each;
      socket.resume();
    },
  };
}

function checkLetIn(answer: Buffer): void {
  if (answer[0] !== 0x20 || answer[3] !== 0) throw new Error(`not let in: ${answer.toString('hex')}`);
}

/** Sends everything and waits for the last PUBACK; a PUBACK has four bytes and is all that comes back. */
export function sendAll(socket: Socket, packets: Packets): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let sent = 0;
  let bytes = 0;
  const push = () => {
    const until = Math.min(packets.length, Math.floor(bytes / 4) + underWayMax);
    if (until > sent) socket.write(Buffer.concat(packets.slice(sent, until)));
    sent = Math.max(sent, until);
  };
  socket.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes === packets.length * 4) resolve();
    else push();
  });
  socket.once('error', reject);
  socket.once('close', () => reject(new Error('the broker cut a connection')));
  push();
  return promise;
}

/** So many messages of each device, all devices at the same time, each at its broker's port; seconds until the last one is acknowledged. */
export async function reportAll(
  credentials: readonly DeviceCredential[],
  portOf: (device: number) => number,
  { messages, fromMs }: { messages: number; fromMs: number },
): Promise<number> {
  const packets = credentials.map((credential, device) => makePackets(credential, device, messages, fromMs));
  const sockets = await Promise.all(credentials.map((one, device) => openConnection(portOf(device), one)));
  const started = performance.now();
  await Promise.all(sockets.map((socket, device) => sendAll(socket, packets[device] ?? [])));
  const seconds = (performance.now() - started) / 1000;
  for (const socket of sockets) socket.removeAllListeners('close').destroy();
  return seconds;
}
