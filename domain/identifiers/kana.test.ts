import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseKana } from './kana.ts';

test.each([
  ['katakana', 'ミホン ハナコ', 'ミホン ハナコ'],
  ['hiragana', 'みほん　はなこ', 'ミホン ハナコ'],
  ['half-width kana with marks', 'ﾐﾎﾝ ﾊﾞﾊﾟｰ', 'ミホン バパー'],
  ['a small kana and a long vowel', 'ちぇりー', 'チェリー'],
  ['the vu and a middle dot', 'ゔぃ・ﾃﾞ', 'ヴィ・デ'],
  ['repeat marks', 'すゞき', 'スヾキ'],
])('P-18 reads furigana: %s', (_, typed, expected) => {
  expect(parseKana(typed, { max: 100 })).toEqual({ ok: true, value: expected });
});

test.each([
  ['kanji', '見本', 'kana'],
  ['letters', 'Mihon', 'kana'],
  ['digits', 'ミホン2', 'kana'],
  ['a line break inside is a blank, a null is refused', 'ミ\u0000ホン', 'text-control'],
  ['nothing', '　', 'required'],
])('P-18 refuses furigana: %s', (_, typed, code) => {
  expect(parseKana(typed, { max: 100 })).toMatchObject({ ok: false, code });
});

test('P-18 takes a furigana of 100 characters and none of 101', () => {
  expect(parseKana('ﾊﾞ'.repeat(100), { max: 100 })).toEqual({ ok: true, value: 'バ'.repeat(100) });
  expect(parseKana('バ'.repeat(101), { max: 100 })).toMatchObject({ ok: false, code: 'text-long' });
});

test('P-18 reading a furigana twice is reading it once', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'あいうがぱっゃーンｱｶﾞﾊﾟｯ 　・'.split('')), maxLength: 30 }),
      (text) => {
        const once = parseKana(text, { max: 100 });
        return !once.ok || JSON.stringify(parseKana(once.value, { max: 100 })) === JSON.stringify(once);
      },
    ),
  );
});
