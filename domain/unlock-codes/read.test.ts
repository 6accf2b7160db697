import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeLengths, layouts } from './lengths.ts';
import { formatBinary, formatDecimal } from './notation.ts';
import { readCode, readCodeSearch } from './read.ts';

const anyCode = fc
  .constantFrom(...codeLengths)
  .chain((length) => fc.record({ length: fc.constant(length), value: fc.nat(layouts[length].values - 1) }));
const wide = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

test.each([
  [0, 'bits10', '0000', '0000000000'],
  [7, 'bits10', '0007', '0000000111'],
  [1023, 'bits10', '1023', '1111111111'],
  [7, 'digits6', '000007', null],
  [999_999, 'digits6', '999999', null],
  [7, 'digits8', '00000007', null],
] as const)('U-10 %d of %s is shown as %s and %s', (value, length, decimal, binary) => {
  expect(formatDecimal(value, length)).toBe(decimal);
  expect(formatBinary(value, length)).toBe(binary);
});

test.each([
  [1024, 'bits10'],
  [1_000_000, 'digits6'],
  [-1, 'bits10'],
  [0.5, 'digits8'],
] as const)('U-10 %d is no code of %s', (value, length) => {
  expect(() => formatDecimal(value, length)).toThrow(RangeError);
  expect(() => formatBinary(value, 'bits10')).toThrow(RangeError);
});

test('U-11 every code is read back from both notations, in full width and with blanks and hyphens between', () => {
  fc.assert(
    fc.property(anyCode, ({ length, value }) => {
      const notations = [formatDecimal(value, length), formatBinary(value, length)].filter((one) => one !== null);
      for (const text of notations) {
        for (const typed of [
          text,
          wide(text),
          ` ${text.slice(0, 2)} ${text.slice(2)} `,
          `${text.slice(0, 3)}－${text.slice(3)}`,
        ])
          expect(readCode(typed, length)).toEqual({ ok: true, value });
      }
    }),
  );
});

test.each([
  ['', 'bits10', 'required'],
  [' - ', 'bits10', 'required'],
  ['12a4', 'bits10', 'code-characters'],
  ['0x12', 'bits10', 'code-characters'],
  ['-١٢٣٤', 'bits10', 'code-characters'],
  ['7', 'bits10', 'code-digits'],
  ['12345', 'bits10', 'code-digits'],
  ['000000111', 'bits10', 'code-digits'],
  ['00000001112', 'bits10', 'code-digits'],
  ['0000000121', 'bits10', 'code-digits'],
  ['1024', 'bits10', 'code-range'],
  ['9999', 'bits10', 'code-range'],
  ['12345', 'digits6', 'code-digits'],
  ['0000000111', 'digits6', 'code-digits'],
  ['9'.repeat(10_000), 'digits8', 'code-digits'],
] as const)('U-11 %j is no code of %s: %s', (typed, length, code) => {
  expect(readCode(typed, length)).toMatchObject({ ok: false, code });
});

test('U-11 four digits of 0 and 1 are decimal, ten are binary', () => {
  expect(readCode('0101', 'bits10')).toEqual({ ok: true, value: 101 });
  expect(readCode('0000000101', 'bits10')).toEqual({ ok: true, value: 5 });
});

test.each([
  ['7', [{ value: 7, lengths: ['bits10', 'digits6', 'digits8'] }]],
  ['0007', [{ value: 7, lengths: ['bits10'] }]],
  ['000007', [{ value: 7, lengths: ['digits6'] }]],
  ['00000007', [{ value: 7, lengths: ['digits8'] }]],
  ['007', []],
  ['0', [{ value: 0, lengths: ['bits10', 'digits6', 'digits8'] }]],
  ['0101', [{ value: 101, lengths: ['bits10'] }]],
  ['1023', [{ value: 1023, lengths: ['bits10', 'digits6', 'digits8'] }]],
  ['1024', [{ value: 1024, lengths: ['digits6', 'digits8'] }]],
  ['１０２３', [{ value: 1023, lengths: ['bits10', 'digits6', 'digits8'] }]],
  ['0000000111', [{ value: 7, lengths: ['bits10'] }]],
  ['0000 0001 11', [{ value: 7, lengths: ['bits10'] }]],
  ['0000000121', []],
  ['00000000111', []],
  ['100000000', []],
  ['', []],
  ['12a', []],
  ['%', []],
  ['9'.repeat(10_000), []],
] as const)('U-05 the search term %j', (term, readings) => {
  expect(readCodeSearch(term)).toEqual(readings);
});

test('U-05 a code is found by its bare number and by each of its notations, and by nothing that reads otherwise', () => {
  const fits = (term: string, length: string, value: number) =>
    readCodeSearch(term).some((one) => one.value === value && one.lengths.some((other) => other === length));
  fc.assert(
    fc.property(anyCode, fc.stringMatching(/^[0-9]{1,10}$/), ({ length, value }, term) => {
      const own = [String(value), formatDecimal(value, length), formatBinary(value, length)];
      expect(own.filter((text) => text !== null && !fits(text, length, value))).toEqual([]);
      expect(fits(term, length, value)).toBe(own.includes(term));
    }),
    { numRuns: 500 },
  );
});
