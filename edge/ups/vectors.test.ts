import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Vectors, vectorsText } from './vectors.ts';

const text = readFileSync(new URL('vectors.generated.json', import.meta.url), 'utf8');
const vectors = JSON.parse(text) as Vectors;

const sizes = { bits10: 1024, digits6: 1_000_000, digits8: 100_000_000 };

// Written from docs/unlock-codes.md alone, as an engineer of units would: nothing of domain/ is used.
function field(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]);
}
function hmac(key: Buffer, ...parts: Buffer[]): Buffer {
  return createHmac('sha256', key).update(Buffer.concat(parts)).digest();
}
function draw(digest: Buffer, length: Vectors['codes'][number]['length']): number | null {
  if (length === 'bits10') return Number(BigInt(`0x${digest.toString('hex')}`) & 1023n);
  for (let at = 0; at < 32; at += 4) {
    const word = digest.readUInt32BE(at);
    if (word < Math.floor(2 ** 32 / sizes[length]) * sizes[length]) return word % sizes[length];
  }
  return null;
}

test('U-10 the published test vectors are current', () => {
  expect(text).toBe(vectorsText());
});

test('U-10 there are vectors of every length, unit and version, and of both notations', () => {
  expect(vectors.codes.length).toBe(4 * 3 * 3);
  expect(new Set(vectors.codes.map((one) => `${one.model} ${one.serial} ${one.version} ${one.length}`)).size).toBe(36);
  expect(vectors.codes.filter((one) => one.binary !== null).length).toBe(12);
  expect(vectors.draws.length).toBe(6);
  expect(new Set(vectors.typed.map((one) => one.refused)).size).toBe(5);
});

test.each(vectors.codes)('U-10 vector: $model $serial, version $version, $length is $decimal', (vector) => {
  const master = Buffer.from(vectors.masters[vector.master] ?? '', 'hex');
  const secret = hmac(master, Buffer.from('dev\0'), field(Buffer.from(vector.serial)));
  expect(secret.toString('hex')).toBe(vector.secret);
  const digest = hmac(
    secret,
    Buffer.from('unlock\0'),
    field(Buffer.from([vector.version])),
    field(Buffer.from(vector.model)),
    field(Buffer.from(vector.serial)),
  );
  expect(draw(digest, vector.length)).toBe(vector.code);
  expect(Number(vector.decimal)).toBe(vector.code);
  expect(vector.decimal).toHaveLength({ bits10: 4, digits6: 6, digits8: 8 }[vector.length]);
  expect(Number.parseInt(vector.binary ?? vector.code.toString(2), 2)).toBe(vector.code);
});

test.each(vectors.draws)('U-10 vector of a draw, $length: $why', ({ length, digest, code }) => {
  expect(draw(Buffer.from(digest, 'hex'), length)).toBe(code);
});
