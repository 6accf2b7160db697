import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Colleague } from './organizations.ts';

export type Received = { headers: Record<string, string>; body: string };
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export type Receiver = {
  url: string;
  received: Received[];
  /** How it answers from now on: a status, or as the test says. */
  answer: (how: number | Answer) => void;
  close(): Promise<void>;
};

/** A receiver of webhooks on this machine, which takes everything until it is told otherwise. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let how: Answer = (_, response) => response.writeHead(204).end();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received.push({ headers: request.headers as Record<string, string>, body: Buffer.concat(parts).toString() });
      how(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answer: (next) => {
      how = typeof next === 'number' ? (_, response) => response.writeHead(next).end(`answer ${next}`) : next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Makes a webhook as an owner does. */
export async function makeWebhook(
  owner: Colleague,
  url: string,
  kinds: readonly string[],
): Promise<{ id: string; secret: string }> {
  const made = await owner.create(`${owner.path}/webhooks`, { name: '基幹システム', url, kinds });
  if (made.status !== 201) throw new Error(made.text);
  return made.body as { id: string; secret: string };
}

type Attempt = { status: number | null; fault: string | null; answer: string };
export type Delivery = { event: string; type: string; state: string; tries: number; attempts: Attempt[] };

/** What was sent to a webhook, the newest event first. */
export async function deliveriesOf(owner: Colleague, webhook: string): Promise<Delivery[]> {
  const { body } = await owner.call('GET', `${owner.path}/webhooks/${webhook}/deliveries`);
  return body['items'] as Delivery[];
}
