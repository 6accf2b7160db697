import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { entitlementFaults } from '../../domain/licences/entitlement-codes.ts';
import { type Vectors, vectorsText } from './vectors.ts';

const text = readFileSync(new URL('vectors.generated.json', import.meta.url), 'utf8');
const vectors = JSON.parse(text) as Vectors;

// Written from docs/device-protocol.md alone, as an engineer of cameras would: nothing of domain/ is used.
function take(entitlement: string): object | null {
  const [head = '', body = '', signature = ''] = entitlement.split('.');
  const read = (part: string) =>
    JSON.parse(Buffer.from(part, 'base64url').toString() || '{}') as Record<string, string>;
  const { alg, typ, kid } = read(head);
  const jwk = vectors.keys.find((key) => key.kid === kid);
  if (alg !== 'EdDSA' || typ !== 'engawa-entitlement' || !jwk) return null;
  const key = createPublicKey({ key: jwk as unknown as JsonWebKey, format: 'jwk' });
  if (!verify(null, Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'))) return null;
  const payload = read(body);
  const timeOf = (name: string) => Date.parse(payload[name] ?? '');
  const isOwn = payload['site'] === vectors.site && payload['serial'] === vectors.serial;
  const isNew = timeOf('issuedAt') >= Date.parse(vectors.held.issuedAt) - 10_000;
  return isOwn && isNew && timeOf('validUntil') > Date.parse(vectors.now) ? payload : null;
}

test('L-08 the published test vectors are current, and have every reason for which something is refused', () => {
  expect(text).toBe(vectorsText());
  expect(vectors.taken.length).toBe(5);
  expect([...new Set(vectors.refused.map(({ code }) => code))].toSorted()).toEqual([...entitlementFaults].toSorted());
});

test.each(vectors.taken)('L-08 vector, taken: $why', ({ entitlement, payload }) => {
  expect(take(entitlement)).toMatchObject(payload);
});

test.each(vectors.refused)('L-08 vector, refused: $why', ({ entitlement }) => {
  expect(take(entitlement)).toBeNull();
});
