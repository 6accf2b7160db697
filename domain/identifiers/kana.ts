import { fail, pass, type Verdict } from '../verdict.ts';
import { parseText } from './single-line.ts';

const hiragana = /[\u3041-\u3096\u309D\u309E]/gu;
const toKatakana = 0x60;
// Katakana with its marks, the long-vowel mark, the middle dot, and a blank between the parts of a name.
const katakana = /^[\u30A1-\u30FA\u30FC-\u30FE\u30FB ]+$/u;

/**
 * Reads a furigana: katakana, hiragana and half-width kana are taken (P-18).
 * @returns full-width katakana with one blank between its parts, e.g. `ミホン ハナコ`; `max` counts shown characters.
 */
export function parseKana(
  text: string,
  { max }: { max: number },
): Verdict<string, 'required' | 'text-short' | 'text-long' | 'text-control' | 'kana'> {
  const line = parseText(text.normalize('NFKC').replace(/\s+/gu, ' '), { min: 1, max });
  if (!line.ok) return line;
  const value = line.value.replace(hiragana, (kana) => String.fromCharCode(kana.charCodeAt(0) + toKatakana));
  return katakana.test(value) ? pass(value) : fail('kana');
}
