import { randomBytes } from 'node:crypto';
import type { App } from '../kernel/app.ts';
import { seal, unseal } from '../kernel/seal.ts';

const secretBytes = 32;
const prefix = 'whsec_';

const purpose = (siteId: string, webhookId: string) => `webhook ${siteId} ${webhookId}`;

/** A new secret: as its owner is shown it once, and as it is kept. */
export function newSecret(app: App, siteId: string, webhookId: string): { shown: string; sealed: Buffer } {
  const secret = randomBytes(secretBytes);
  return {
    shown: prefix + secret.toString('base64'),
    sealed: seal(app.keys.rest, purpose(siteId, webhookId), secret),
  };
}

export function openSecret(app: App, siteId: string, webhookId: string, sealed: Uint8Array): Buffer {
  return unseal(app.keys.rest, purpose(siteId, webhookId), sealed);
}
