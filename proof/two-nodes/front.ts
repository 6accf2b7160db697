import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands before the nodes, as a proxy does that shares the load. */
export type Front = {
  url: string;
  use(nodes: readonly string[]): void;
  /** How many requests a node has in hand. */
  underWay(node: string): number;
  /** How many were ever sent its way. */
  begun(node: string): number;
  /** How many requests were broken by a node that went away, and how many of all were sent to each. */
  broken(): number;
  sentTo(node: string): number;
  close(): Promise<void>;
};

const bodyBytesMax = 1024 * 1024;

/**
 * Sends each request to the next node. One that takes no connection is left out; a request that a node broke before the first byte of an answer goes
 * to the other where doing it twice is doing it once (a reading one, or one with an Idempotency-Key), and is answered 502 else.
 */
export async function openFront(): Promise<Front> {
  let nodes: readonly string[] = [];
  let turn = 0;
  let broken = 0;
  const counts = new Map<string, { underWay: number; begun: number; sent: number }>();
  const countOf = (node: string) => {
    const found = counts.get(node) ?? { underWay: 0, begun: 0, sent: 0 };
    counts.set(node, found);
    return found;
  };

  const pass = (node: string, incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse) =>
    new Promise<NodeJS.ErrnoException | null>((resolve) => {
      const { hostname, port } = new URL(node);
      const sent = request(
        {
          host: hostname === 'localhost' ? '127.0.0.1' : hostname,
          port,
          method: incoming.method,
          path: incoming.url,
          headers: { ...incoming.headers, connection: 'close' },
          // Each caller keeps its address, by which the server counts.
          localAddress: incoming.socket.remoteAddress?.replace(/^::ffff:/, ''),
          agent: false,
        },
        (received) => {
          outgoing.writeHead(received.statusCode ?? 502, received.headers);
          received.pipe(outgoing);
          received.on('error', () => outgoing.destroy());
          received.on('close', () => resolve(null));
        },
      );
      sent.on('error', resolve);
      sent.end(body);
    });

  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const body = await bodyOf(incoming);
    const twiceIsOnce = incoming.method === 'GET' || 'idempotency-key' in incoming.headers;
    const first = turn++;
    for (let tries = 0; tries < 2 * nodes.length; tries += 1) {
      const node = nodes[(first + tries) % nodes.length] ?? '';
      const count = countOf(node);
      count.underWay += 1;
      count.begun += 1;
      const error = await pass(node, incoming, body, outgoing).finally(() => (count.underWay -= 1));
      if (!error) {
        count.sent += 1;
        return;
      }
      if (error.code === 'ECONNREFUSED') continue;
      broken += 1;
      if (!twiceIsOnce || outgoing.headersSent) break;
    }
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(502).end();
  };

  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing).catch(() => outgoing.destroy()));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    use: (some) => void (nodes = some),
    begun: (node) => countOf(node).begun,
    underWay: (node) => countOf(node).underWay,
    broken: () => broken,
    sentTo: (node) => countOf(node).sent,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    bytes += (chunk as Buffer).length;
    if (bytes > bodyBytesMax) throw new Error('a body is too large for this proof');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
