import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDigit } from './check-digit.ts';
import { joinKey, splitKey } from './layout.ts';

const hexDigits = '0123456789ABCDEF';
const tag = fc.string({ unit: fc.constantFrom(...hexDigits.split('')), minLength: 11, maxLength: 11 });
const fields = fc.record({ version: fc.nat(15), feature: fc.nat(255), slot: fc.nat(15) });

test.each([
  ['000000000000000', '0'],
  ['100000000000000', '1'],
  ['010000000000000', '2'],
  ['000010000000000', '3'],
  ['000000000000001', '9'],
  ['F00000000000000', 'F'],
])('K-11 the check digit of %s is %s', (digits, expected) => {
  expect(checkDigit(digits)).toBe(expected);
});

test('K-11 the check digit is asked for fifteen upper-case hex digits only', () => {
  expect(() => checkDigit('00000000000000')).toThrow(RangeError);
  expect(() => checkDigit('00000000000000g')).toThrow(RangeError);
});

test('K-11 a key taken apart is what it was put together from', () => {
  fc.assert(
    fc.property(fields, tag, (given, digits) => {
      expect(splitKey(joinKey(given, digits))).toEqual({ ...given, tag: digits });
    }),
  );
});

test('K-11 every single wrong digit is found, at all 16 places, for all 15 other values', () => {
  fc.assert(
    fc.property(fields, tag, (given, digits) => {
      const key = joinKey(given, digits);
      let tried = 0;
      for (let at = 0; at < 16; at += 1) {
        for (const digit of hexDigits) {
          if (digit === key[at]) continue;
          tried += 1;
          expect(splitKey(key.slice(0, at) + digit + key.slice(at + 1))).toBe(null);
        }
      }
      expect(tried).toBe(240);
    }),
    { numRuns: 50 },
  );
});

test('K-11 every swap of two different neighbours is found', () => {
  fc.assert(
    fc.property(fields, tag, fc.nat(14), (given, digits, at) => {
      const key = joinKey(given, digits);
      const [one, other] = [key[at], key[at + 1]];
      fc.pre(one !== other);
      expect(splitKey(`${key.slice(0, at)}${other}${one}${key.slice(at + 2)}`)).toBe(null);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  { version: 16, feature: 0, slot: 0 },
  { version: 0, feature: 256, slot: 0 },
  { version: 0, feature: 0, slot: 16 },
  { version: -1, feature: 0, slot: 0 },
  { version: 0, feature: 1.5, slot: 0 },
])('K-11 fields out of range are a bug: %j', (given) => {
  expect(() => joinKey(given, '00000000000')).toThrow(RangeError);
});
