import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** Where a server is reached; over TLS with the certificate it has. */
export type Target = { host: string; port: number; ca?: string | undefined };

/** What came back until the server closed the connection. */
export type Heard = { statuses: number[]; bytes: number };

const textKeptMax = 64 * 1024;
const statusLine = /HTTP\/1\.1 (\d{3}) [^\r\n]*\r\n/g;
/** Others below are no answers yet. */
const interim = 200;
const switched = 101;

export function targetOf(url: string, ca?: string): Target {
  const { port } = new URL(url);
  return { host: '127.0.0.1', port: Number(port), ca };
}

/** A connection that nobody's errors end but its own. */
export function open({ host, port, ca }: Target, localAddress?: string): Socket {
  const from = localAddress === undefined ? {} : { localAddress };
  const socket =
    ca === undefined
      ? connectTcp({ host, port, noDelay: true, ...from })
      : connectTls({ host, port, ca, servername: 'localhost', ...from });
  return socket.on('error', () => undefined);
}

/**
 * Says all of it, as fast as it is taken and as long as the server listens, and hears the server out until that closes the connection. Its own side
 * it ends when it has heard nothing for `patienceMs`; else the server has to.
 */
export function say(
  target: Target,
  pieces: Iterable<Buffer>,
  { from, patienceMs }: { from?: string; patienceMs?: number | undefined } = {},
): Promise<Heard> {
  return new Promise((resolve) => {
    const socket = open(target, from);
    const rest = pieces[Symbol.iterator]();
    let [text, bytes] = ['', 0];
    let patience: NodeJS.Timeout | undefined;
    const statuses: number[] = [];
    const wait = () => {
      clearTimeout(patience);
      if (patienceMs !== undefined) patience = setTimeout(() => socket.end(), patienceMs);
    };
    const sayOn = () => {
      while (!socket.destroyed) {
        const next = rest.next();
        if (next.done) return wait();
        if (!socket.write(next.value)) return void socket.once('drain', sayOn);
      }
    };
    socket.once('connect', sayOn);
    socket.on('data', (data: Buffer) => {
      bytes += data.length;
      text += data.toString('latin1');
      for (const [, status] of text.matchAll(statusLine)) statuses.push(Number(status));
      // What may still become the line of a status is kept.
      text = text.slice(text.lastIndexOf('\n') + 1).slice(-textKeptMax);
      if (patience) wait();
    });
    socket.once('close', () => {
      clearTimeout(patience);
      resolve({ statuses: statuses.filter((status) => status >= interim || status === switched), bytes });
    });
  });
}
