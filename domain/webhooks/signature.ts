import { createHmac } from 'node:crypto';

/** The headers of a signed message, as in the convention of Standard Webhooks. */
export type SignedHeaders = { id: string; timestamp: string; signature: string };

/** The signature of a message: HMAC-SHA-256 over ID, time and the body's bytes, as `v1,` and base64. */
export function signMessage(
  secret: Uint8Array,
  { id, timestamp }: Pick<SignedHeaders, 'id' | 'timestamp'>,
  body: Uint8Array,
): string {
  const digest = createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(body).digest('base64');
  return `v1,${digest}`;
}
