import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseCode } from './code.ts';

test.each([
  ['full-width letters and digits', 'ＡＢＣ１２３', 'ABC123'],
  ['blanks around it, the wide one too', '　 ab ', 'ab'],
  ['the full-width hyphen', '０１２３－４５６７', '0123-4567'],
  ['half-width katakana stays a code character', 'ｱ', 'ア'],
])('P-18 normalises %s', (_, typed, expected) => {
  expect(normaliseCode(typed)).toBe(expected);
});

test('P-18 takes every hyphen that keyboards and documents make for a hyphen', () => {
  const kinds = '-‐‑‒–—―−－ー－﹣⁃˗ｰ─━〜'.split('');
  expect(kinds.length).toBe(18);
  expect(kinds.filter((kind) => normaliseCode(`1${kind}2`) !== '1-2')).toEqual([]);
});

test('P-18 normalising twice is normalising once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => normaliseCode(normaliseCode(text)) === normaliseCode(text)),
  );
});
