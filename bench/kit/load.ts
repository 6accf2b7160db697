import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { callerAddress } from '../../proof/kit/fetch-from.ts';

export type Sent = { method: string; path: string; headers: Record<string, string> };

type Load = {
  url: string;
  connections: number;
  /** Requests of each connection, one after the other. */
  each: number;
  /** Of the callers' addresses: a server counts limits by address. */
  firstCaller: number;
  sent: Sent;
};

const headEnd = '\r\n\r\n';
const lastChunk = '0\r\n\r\n';

/**
 * Requests a second over connections that are kept, each from an address of its own. Answers are only looked at as far as is needed to
 * see that they are good and over: a client that does more than the server would be what is measured.
 */
export async function load({ url, connections, each, firstCaller, sent }: Load): Promise<number> {
  const { port } = new URL(url);
  const sockets = Array.from({ length: connections }, (_, index) =>
    connect({ host: '127.0.0.1', port: Number(port), localAddress: callerAddress(firstCaller + index), noDelay: true }),
  );
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  const packet = packetOf(port, sent);
  const started = performance.now();
  await Promise.all(
    sockets.map(async (socket) => {
      for (let nth = 0; nth < each; nth += 1) await ask(socket, packet);
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  for (const socket of sockets) socket.destroy();
  return (connections * each) / seconds;
}

function packetOf(port: string, { method, path, headers }: Sent): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${path} HTTP/1.1`, `host: localhost:${port}`, ...lines].join('\r\n') + headEnd;
}

function ask(socket: Socket, packet: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    const closed = () => reject(new Error('the connection was closed'));
    const hear = (chunk: Buffer) => {
      text += chunk.toString('latin1');
      if (!isOver(text)) return;
      socket.off('data', hear).off('close', closed);
      if (/^HTTP\/1\.1 2\d\d /.test(text)) resolve();
      else reject(new Error(`refused: ${text.slice(0, 40)} … ${text.slice(-300)}`));
    };
    socket.on('data', hear).once('close', closed);
    socket.write(packet);
  });
}

function isOver(text: string): boolean {
  const end = text.indexOf(headEnd);
  if (end < 0) return false;
  const length = /\ncontent-length: *(\d+)/i.exec(text.slice(0, end))?.[1];
  return length === undefined ? text.endsWith(lastChunk) : text.length >= end + headEnd.length + Number(length);
}
