import type { Socket } from 'node:net';
import { callerAddress } from '../kit/fetch-from.ts';
import { logInOf, requestOf, uploadOf, type Insider } from './requests.ts';
import { open, type Target } from './raw.ts';

export type Targets = { http: Target; mqtt: Target };

/** One way to hold a connection for as long as the server lets it be held. */
export type Slow = {
  name: string;
  to: keyof Targets;
  /** Said at once; then the rest a byte at a time, over and over. */
  begins: (insider: Insider) => Buffer;
  drips?: Buffer;
  /** Whether what comes back is taken; else it stays where it is. */
  reads: boolean;
};

const dripEveryMs = 1_000;
const againMs = 100;
/** Away from those whom the proof measures. */
const addressesFrom = 20_000;
const addresses = 2_000;
const statusAt = 9;
const internal = 500;

const head = (one: Insider, path: string) => Buffer.from(`GET ${path} HTTP/1.1\r\nhost: ${one.host}\r\n`);
const whole = (one: Insider, path: string) => Buffer.concat([head(one, path), Buffer.from('\r\n')]);
const nothing = () => Buffer.alloc(0);

export const slowKinds: readonly Slow[] = [
  { name: 'nothing said', to: 'http', begins: nothing, reads: true },
  {
    name: 'headers a byte at a time',
    to: 'http',
    begins: (one) => head(one, '/'),
    drips: Buffer.from('x-a: b\r\n'),
    reads: true,
  },
  {
    name: 'a body a byte at a time',
    to: 'http',
    begins: (one) => logInOf({ ...one, cookie: '' }, '{', { 'content-length': '60000' }),
    drips: Buffer.from(' '),
    reads: true,
  },
  {
    name: 'a file a byte at a time',
    to: 'http',
    begins: (one) => uploadOf(one, Buffer.alloc(256 * 1_024), { 'content-length': String(8 * 1_024 * 1_024) }),
    drips: Buffer.from(' '),
    reads: true,
  },
  { name: 'an answer that is not read', to: 'http', begins: (one) => whole(one, '/api/openapi.json'), reads: false },
  {
    name: 'many answers that are not read',
    to: 'http',
    begins: (one) => Buffer.concat(Array.from({ length: 20 }, () => whole(one, '/api/openapi.json'))),
    reads: false,
  },
  {
    name: 'live updates that are not read',
    to: 'http',
    begins: (one) => requestOf(one, 'GET', `${one.path}/live?topics=imports`),
    reads: false,
  },
  {
    name: 'a WebSocket without a word',
    to: 'http',
    begins: (one) =>
      Buffer.concat([
        head(one, '/mqtt'),
        Buffer.from(
          'connection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\nsec-websocket-protocol: mqtt\r\n\r\n',
        ),
      ]),
    reads: true,
  },
  { name: 'MQTT without a word', to: 'mqtt', begins: nothing, reads: true },
  // CONNECT with 16 KiB to come, of which no more comes than a byte now and then.
  {
    name: 'CONNECT a byte at a time',
    to: 'mqtt',
    begins: () => Buffer.from([0x10, 0x80, 0x80, 0x01]),
    drips: Buffer.from([0]),
    reads: true,
  },
];

/** Holds so many connections, of each kind in its turn; one that the server ends is made anew until all are let go. */
export type Held = {
  /** How often a connection of this kind was ended by the server, or refused. */
  ended: Map<string, number>;
  faults: string[];
  /** How many there are now. */
  open: () => number;
  letGo: () => Promise<void>;
};

export function hold(count: number, targets: Targets, insider: Insider, kinds = slowKinds): Held {
  const ended = new Map<string, number>(kinds.map(({ name }) => [name, 0]));
  const faults: string[] = [];
  const sockets = new Map<Socket, Slow>();
  let over = false;
  let made = 0;

  const begin = (kind: Slow) => {
    if (over) return;
    made += 1;
    const socket = open(targets[kind.to], callerAddress(addressesFrom + (made % addresses)));
    socket.once('connect', () => {
      sockets.set(socket, kind);
      socket.write(kind.begins(insider));
    });
    if (kind.reads)
      socket.once('data', (data: Buffer) => {
        const status = Number(data.toString('latin1', statusAt, statusAt + 3));
        if (kind.to === 'http' && status >= internal) faults.push(`${kind.name}: ${status}`);
        socket.resume();
      });
    else socket.pause();
    socket.once('close', () => {
      sockets.delete(socket);
      if (over) return;
      ended.set(kind.name, (ended.get(kind.name) ?? 0) + 1);
      setTimeout(() => begin(kind), againMs).unref();
    });
  };
  for (let at = 0; at < count; at += 1) begin(kinds[at % kinds.length] as Slow);

  let drip = 0;
  const dripping = setInterval(() => {
    drip += 1;
    for (const [socket, { drips }] of sockets) {
      if (!drips) continue;
      const at = drip % drips.length;
      socket.write(drips.subarray(at, at + 1));
    }
  }, dripEveryMs);
  return {
    ended,
    faults,
    open: () => sockets.size,
    letGo: async () => {
      over = true;
      clearInterval(dripping);
      const closed = [...sockets.keys()].map((socket) => new Promise((resolve) => void socket.once('close', resolve)));
      for (const socket of sockets.keys()) socket.destroy();
      await Promise.all(closed);
    },
  };
}
