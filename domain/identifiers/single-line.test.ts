import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseText, shownCharacters } from './single-line.ts';

test.each([
  ['plain letters', 'abc', 3],
  ['full width counts one', '会議室', 3],
  ['a kana with its own mark', 'が', 1],
  ['a joined emoji', '👩‍👩‍👧', 1],
  ['a letter with two marks', 'e\u0301\u0323', 1],
  ['a surrogate pair', '𠮷', 1],
])('K-03 counts shown characters: %s', (_, text, expected) => {
  expect(shownCharacters(text)).toBe(expected);
});

test('K-03 takes a line of 50 shown characters and refuses 51', () => {
  expect(parseText('会'.repeat(50), { max: 50 })).toEqual({ ok: true, value: '会'.repeat(50) });
  expect(parseText('会'.repeat(51), { max: 50 })).toEqual({
    ok: false,
    code: 'text-long',
    params: { max: 50, found: 51 },
  });
  expect(parseText('👩‍👩‍👧'.repeat(50), { max: 50 })).toMatchObject({ ok: true });
});

test('K-03 does not let one shown character grow without end', () => {
  expect(parseText(`e${'\u0301'.repeat(1000)}`, { max: 50 })).toMatchObject({ ok: false, code: 'text-long' });
});

test.each([
  ['a line feed', 'a\nb'],
  ['a carriage return', 'a\rb'],
  ['a tab', 'a\tb'],
  ['a null', 'a\u0000b'],
  ['a line separator', 'a\u2028b'],
  ['a mark that turns the direction', 'a\u202eb'],
  ['half a surrogate pair', 'a\ud800b'],
])('K-03 refuses a line with %s', (_, text) => {
  expect(parseText(text, { max: 50 })).toEqual({ ok: false, code: 'text-control' });
});

test('P-18 keeps names as they were written, apart from blanks around them', () => {
  expect(parseText('　髙島 ﾊﾅｺ ', { max: 50 })).toEqual({ ok: true, value: '髙島 ﾊﾅｺ' });
  expect(parseText('  ', { min: 1, max: 50 })).toEqual({ ok: false, code: 'required' });
  expect(parseText('  ', { max: 50 })).toEqual({ ok: true, value: '' });
  expect(parseText('ab', { min: 3, max: 50 })).toEqual({ ok: false, code: 'text-short', params: { min: 3, found: 2 } });
});

test('P-18 what passes is one line of at most the limit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const verdict = parseText(text, { max: 20 });
      return (
        !verdict.ok ||
        (shownCharacters(verdict.value) <= 20 && !/[\r\n]/.test(verdict.value) && text.includes(verdict.value))
      );
    }),
  );
});
