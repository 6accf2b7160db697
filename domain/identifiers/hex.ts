import { fail, pass, type Verdict } from '../verdict.ts';
import { normaliseCode } from './code.ts';

const separators = /[-\s:.]/gu;

/**
 * Reads a number of exactly `digits` hex digits, in any case, full width too, with or without hyphens, blanks,
 * colons or dots between them (K-03).
 * @returns upper-case digits without separators, e.g. `0123456789ABCDEF`.
 */
export function parseHex(text: string, digits: number): Verdict<string, 'required' | 'hex-characters' | 'hex-length'> {
  const value = normaliseCode(text).replace(separators, '').toUpperCase();
  if (value === '') return fail('required');
  const stray = /[^0-9A-F]/u.exec(value);
  if (stray) return fail('hex-characters', { character: stray[0] });
  if (value.length !== digits) return fail('hex-length', { digits, found: value.length });
  return pass(value);
}

/** Shows hex digits in groups: `groupHex("0123456789ABCDEF", 4)` is `0123-4567-89AB-CDEF`. */
export function groupHex(value: string, size: number, separator = '-'): string {
  let shown = value.slice(0, size);
  for (let at = size; at < value.length; at += size) shown += separator + value.slice(at, at + size);
  return shown;
}
