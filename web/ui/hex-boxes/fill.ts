import { normaliseCode } from '../../../domain/identifiers/code.ts';

/** How a hex number is laid out: `count` boxes of `digits` each. */
export type BoxShape = { count: number; digits: number };

/** What came of typing or pasting into a box: the new parts and where the caret goes, or the reason why nothing changed. */
export type Filled =
  | { ok: true; parts: string[]; focus: number }
  | { ok: false; reason: 'refused'; character: string }
  | { ok: false; reason: 'too-long'; found: number };

const separators = /[-\s:.]/gu;

/** The boxes' contents joined by hyphens, as a draft keeps them while some are still empty. */
export function splitParts(value: string, shape: BoxShape): string[] {
  const typed = value.split('-');
  return Array.from({ length: shape.count }, (_, at) => typed[at] ?? '');
}

export function joinParts(parts: readonly string[]): string {
  return parts.every((part) => part === '') ? '' : parts.join('-');
}

/**
 * Puts text into the boxes. A whole number fills all of them from the first, whichever box it was put into; a shorter
 * piece runs on from the box it was put into. Lower case, full width, hyphens, colons, dots and blanks are taken.
 */
export function fill(parts: readonly string[], at: number, text: string, shape: BoxShape): Filled {
  const digits = normaliseCode(text).replace(separators, '').toUpperCase();
  const stray = /[^0-9A-F]/u.exec(digits);
  if (stray) return { ok: false, reason: 'refused', character: stray[0] };
  const all = shape.count * shape.digits;
  const from = digits.length >= all ? 0 : at;
  if (digits.length > all - from * shape.digits) return { ok: false, reason: 'too-long', found: digits.length };
  const next = [...parts];
  let box = from;
  for (let taken = 0; taken < digits.length; taken += shape.digits, box += 1) {
    next[box] = digits.slice(taken, taken + shape.digits);
  }
  const last = Math.max(from, box - 1);
  const full = next[last]?.length === shape.digits;
  return { ok: true, parts: next, focus: full ? Math.min(last + 1, shape.count - 1) : last };
}
