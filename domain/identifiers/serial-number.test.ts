import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCharacterIsRight, checkCharacterOf, type CheckDigit } from './check-digit.ts';
import { parseSerial, serialLength, type SerialFormat } from './serial-number.ts';

const unit: SerialFormat = {
  parts: [
    { kind: 'letters', length: 2 },
    { kind: 'digits', length: 7 },
  ],
  checkDigit: 'luhn',
};
const plain: SerialFormat = {
  parts: [
    { kind: 'literal', text: 'B' },
    { kind: 'digits', length: 4 },
  ],
  checkDigit: 'none',
};

describe('P-30 serial numbers', () => {
  test.each([
    ['ＡＢ１２３４５６' + checkCharacterOf('luhn', 'AB123456'), 'AB123456' + checkCharacterOf('luhn', 'AB123456')],
    [' b-12 ー 34 ', 'B1234'],
    ['b1234', 'B1234'],
  ])('P-18 %j is read as %s', (typed, serial) => {
    expect(parseSerial(typed, [unit, plain])).toEqual({ ok: true, value: serial });
  });

  test.each([
    ['', 'required'],
    [' - ', 'required'],
    ['B123', 'serial-form'],
    ['B12345', 'serial-form'],
    ['C1234', 'serial-form'],
    ['あ1234', 'serial-form'],
    ['AB123456' + ((Number(checkCharacterOf('luhn', 'AB123456')) + 1) % 10), 'serial-check-digit'],
  ])('%j is refused: %s', (typed, code) => {
    expect(parseSerial(typed, [unit, plain])).toMatchObject({ ok: false, code });
  });

  test('a format knows its length', () => {
    expect([serialLength(unit), serialLength(plain)]).toEqual([9, 5]);
  });
});

describe('P-30 check digits', () => {
  // ISO/IEC 7812-1's own sample, and those of ISO/IEC 7064 in its annexes.
  test.each<[CheckDigit, string, string]>([
    ['luhn', '7992739871', '3'],
    ['mod11-10', '0794', '5'],
    ['mod37-36', 'A12425GABC1234002', 'M'],
    ['none', 'ABC', ''],
  ])('%s of %s is %j', (kind, text, expected) => {
    expect(checkCharacterOf(kind, text)).toBe(expected);
  });

  const alphabets = {
    luhn: '0123456789',
    'mod11-10': '0123456789',
    'mod37-36': '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  };
  const cases = Object.entries(alphabets) as [CheckDigit, string][];

  test.each(cases)('%s finds every wrong character', (kind, alphabet) => {
    const text = fc.array(fc.constantFrom(...alphabet), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(text, fc.nat(), fc.constantFrom(...alphabet), (characters, at, other) => {
        const right = characters.join('') + checkCharacterOf(kind, characters.join(''));
        const place = at % right.length;
        const wrong = right.slice(0, place) + other + right.slice(place + 1);
        expect(checkCharacterIsRight(kind, wrong)).toBe(wrong === right);
      }),
    );
  });
});
