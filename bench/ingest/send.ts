import { connect, type Socket } from 'node:net';
import type { DeviceCredential } from '../../edge/gateway/bootstrap.ts';
import { valuesOf } from '../../proof/ingest/reporting.ts';

/** Messages of one connection on their way at once. */
const underWayMax = 100;
const codes = [
  'instantaneousElectricPowerGeneration',
  'cumulativeElectricEnergyOfGeneration',
  'powerConsumed',
  'powerBought',
  'powerSold',
  'energyConsumed',
  'energyBought',
  'cumulativeElectricEnergySold',
  'instantaneousChargingAndDischargingElectricPower',
  'remainingCapacity3',
];

const connectPacket = 0x10;
const publishQos1 = 0x32;

/** A packet of MQTT: its kind, its length by seven bits a byte, its body. */
function packetOf(kind: number, body: Buffer): Buffer {
  const length: number[] = [];
  for (let left = body.length; ; left >>= 7) {
    length.push((left & 0x7f) | (left > 0x7f ? 0x80 : 0));
    if (left <= 0x7f) break;
  }
  return Buffer.concat([Buffer.from([kind, ...length]), body]);
}

function textOf(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
}

export type Packets = Buffer[];

/** What a device will send, nothing of it impossible (a charge stays below 100 %, meters only grow); made before the clock runs: the machine is the server's while it does. */
export function makePackets(credential: DeviceCredential, device: number, messages: number, startMs: number): Packets {
  return Array.from({ length: messages }, (_, index) => {
    const values = Object.fromEntries(
      valuesOf(device, 0).map((value, ordinal) => [codes[ordinal] ?? '', ordinal === 9 ? value : value + index]),
    );
    const payload = JSON.stringify({ time: startMs + index * 1_000, values });
    const messageId = Buffer.alloc(2);
    messageId.writeUInt16BE((index % 65_535) + 1);
    return packetOf(
      publishQos1,
      Buffer.concat([textOf(`${credential.root}/telemetry`), messageId, Buffer.from(payload)]),
    );
  });
}

/** A connection that has been let in. */
export async function openConnection(port: number, { device, username, password }: DeviceCredential): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  const head = Buffer.from([0, 4, 0x4d, 0x51, 0x54, 0x54, 4, 0xc2, 0x02, 0x58]);
  socket.write(packetOf(connectPacket, Buffer.concat([head, textOf(device), textOf(username), textOf(password)])));
  const answer = await new Promise<Buffer>((resolve, reject) => {
    socket.once('data', resolve);
    socket.once('error', reject);
  });
  if (answer[0] !== 0x20 || answer[3] !== 0) throw new Error(`not let in: ${answer.toString('hex')}`);
  return socket;
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
