import { signMessage } from '../../domain/webhooks/signature.ts';
import type { App } from '../kernel/app.ts';
import { openSecret } from './secret.ts';

export type Signer = {
  siteId: string;
  id: string;
  url: string;
  sealedSecret: Uint8Array;
  sealedFormerSecret: Uint8Array | null;
  formerUntil: Date | null;
};

/** A message by the convention of Standard Webhooks: the same ID however often it is sent, signed anew for each try. */
export function messageTo(
  app: App,
  to: Signer,
  id: string,
  content: { type: string; at: string; data: unknown },
  now: Date,
) {
  const { type, at, data } = content;
  const body = JSON.stringify({ type, timestamp: at, data });
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const isFormerGood = to.sealedFormerSecret !== null && to.formerUntil !== null && to.formerUntil > now;
  const sealed = [to.sealedSecret, ...(isFormerGood && to.sealedFormerSecret ? [to.sealedFormerSecret] : [])];
  const signatures = sealed.map((one) =>
    signMessage(openSecret(app, to.siteId, to.id, one), { id, timestamp }, Buffer.from(body)),
  );
  return {
    url: to.url,
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Engawa-Webhooks',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signatures.join(' '),
    },
  };
}
