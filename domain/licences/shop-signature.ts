import { timingSafeEqual } from 'node:crypto';
import { signMessage, type SignedHeaders } from '../webhooks/signature.ts';

/** How old, or how far ahead of our clock, a message may be. */
export const shopToleranceSeconds = 300;
const idCharactersMax = 100;
const signaturesMax = 10;

/**
 * Whether a message came from who knows the secret, and lately (L-12). Of several signatures, which a change of the secret may need, one has
 * to be right. What has no right signature is told so whatever its time.
 */
export function judgeMessage(
  secret: Uint8Array,
  headers: SignedHeaders,
  body: Uint8Array,
  now: Date,
): 'right' | 'shop-signature' | 'shop-time' {
  const { id, timestamp, signature } = headers;
  if (id === '' || id.length > idCharactersMax || !/^\d{1,12}$/.test(timestamp)) return 'shop-signature';
  const expected = Buffer.from(signMessage(secret, headers, body));
  const given = signature.split(' ').slice(0, signaturesMax);
  const right = given.filter((one) => isSame(Buffer.from(one), expected)).length > 0;
  if (!right) return 'shop-signature';
  const awaySeconds = Math.abs(now.getTime() / 1000 - Number(timestamp));
  return awaySeconds <= shopToleranceSeconds ? 'right' : 'shop-time';
}

function isSame(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}
