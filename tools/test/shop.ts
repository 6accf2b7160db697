import { randomUUID } from 'node:crypto';
import { signMessage } from '../../domain/webhooks/signature.ts';
import { shopSecret } from '../../server/licences/stock/shop-secret.ts';
import { siteOf } from './organizations.ts';
import { person, type Answer } from './person.ts';
import type { TestServer } from './server.ts';

type Sent = { id?: string; at?: Date; secret?: Uint8Array; body?: string; signature?: string };

/** The shop of a site: sends messages signed as it should, or with something else about them. */
export async function shopOf(server: Pick<TestServer, 'app' | 'url'>, siteId = 'camera') {
  const own = (await shopSecret(server.app.keyProvider, siteOf(server, siteId))) ?? Buffer.alloc(0);
  return async (message: object, sent: Sent = {}): Promise<Answer> => {
    const { id = randomUUID(), at = server.app.clock.now(), secret = own } = sent;
    const timestamp = String(Math.floor(at.getTime() / 1000));
    const body = sent.body ?? JSON.stringify(message);
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature':
        sent.signature ?? signMessage(secret, { id, timestamp }, Buffer.from(JSON.stringify(message))),
      'content-type': 'application/json',
    };
    return person(server.url, siteId, 'en').call('POST', '/shop-orders', body, headers);
  };
}
