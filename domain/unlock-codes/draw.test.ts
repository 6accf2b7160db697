import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawValue } from './draw.ts';

/** A digest of eight words; those not given are zero. */
function digest(...words: number[]): Uint8Array {
  const bytes = Buffer.alloc(32);
  words.forEach((word, at) => bytes.writeUInt32BE(word, at * 4));
  return bytes;
}

const lastFairOf6 = 4_293_999_999;
const lastFairOf8 = 4_199_999_999;

test.each([
  ['digits6', [0], 0],
  ['digits6', [1_234_567], 234_567],
  ['digits6', [lastFairOf6], 999_999],
  ['digits6', [lastFairOf6 + 1, 42], 42],
  ['digits6', [0xffff_ffff, 0xffff_ffff, 7], 7],
  ['digits8', [lastFairOf8], 99_999_999],
  ['digits8', [lastFairOf8 + 1, 42], 42],
  ['digits6', Array.from({ length: 8 }, () => 0xffff_ffff), null],
  ['digits8', Array.from({ length: 8 }, () => lastFairOf8 + 1), null],
] as const)('U-10 %s out of the words %j: %j', (length, words, value) => {
  expect(drawValue(digest(...words), length)).toBe(value);
});

test('U-10 a word that would favour small values is passed over: each value has equally many words', () => {
  expect((lastFairOf6 + 1) % 1_000_000).toBe(0);
  expect((lastFairOf8 + 1) % 100_000_000).toBe(0);
  expect(2 ** 32 - (lastFairOf6 + 1)).toBeLessThan(1_000_000);
  expect(2 ** 32 - (lastFairOf8 + 1)).toBeLessThan(100_000_000);
});

test('U-10 ten bits are the last ten, wherever the bytes lie in their memory', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.nat(9), (bytes, before) => {
      const shifted = Buffer.concat([Buffer.alloc(before), bytes]).subarray(before);
      const low = BigInt(`0x${Buffer.from(bytes).toString('hex')}`) & 1023n;
      expect(drawValue(shifted, 'bits10')).toBe(Number(low));
    }),
  );
});
