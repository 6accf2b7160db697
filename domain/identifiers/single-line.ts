import { fail, pass, type Verdict } from '../verdict.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
// In these each character is one that is shown, which files of a hundred thousand rows need not ask about each.
const plain = /^[\x20-\x7E]*$/;
// Control characters, line and paragraph separators, and the marks that turn the reading direction of what follows.
const forbidden = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** How many characters a reader sees: a full-width letter, a composed kana and a joined emoji are one each. */
export function shownCharacters(text: string): number {
  if (plain.test(text)) return text.length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/**
 * Reads one line of free text (a name, an address line, an installation site). Blanks around it are cut; the
 * characters themselves stay as written. `min` and `max` count shown characters; with `min` 0 (the default) it may be empty.
 */
export function parseText(
  text: string,
  { min = 0, max }: { min?: number; max: number },
): Verdict<string, 'required' | 'text-short' | 'text-long' | 'text-control'> {
  const value = text.trim();
  if (value === '' && min > 0) return fail('required');
  if (forbidden.test(value) || !value.isWellFormed()) return fail('text-control');
  // A shown character may be built of many code points: a bound on those keeps one line one line.
  if (value.length > max * 16) return fail('text-long', { max, found: value.length });
  const found = shownCharacters(value);
  if (found < min) return fail('text-short', { min, found });
  if (found > max) return fail('text-long', { max, found });
  return pass(value);
}
