import { fail, pass, type Verdict } from '../verdict.ts';
import { checkCharacterIsRight, type CheckDigit } from './check-digit.ts';
import { normaliseCode } from './code.ts';

export const serialPartKinds = ['letters', 'digits', 'alphanumeric', 'literal'] as const;

/** A piece of a serial number: so many letters, digits or both, or a text that always stands there. */
export type SerialPart =
  | { kind: 'letters' | 'digits' | 'alphanumeric'; length: number }
  | { kind: 'literal'; text: string };

/** How a model's serial numbers are written: their pieces in order, and how the last character checks those before it. */
export type SerialFormat = { parts: readonly SerialPart[]; checkDigit: CheckDigit };

export type SerialCode = 'required' | 'serial-form' | 'serial-check-digit';

export const serialCharactersMax = 40;

const separators = /[-\s./]/gu;
const alphabets = { letters: 'A-Z', digits: '0-9', alphanumeric: '0-9A-Z' } as const;

/** What was typed as it is stored: half-width capitals without separators (P-18); whether it is a serial number is not said. */
export function canonicalSerial(typed: string): string {
  return normaliseCode(typed).replace(separators, '').toUpperCase();
}

/**
 * Reads a serial number in one of the formats of a site (U-03: format and check digit first, existence later). Full width, small
 * letters and hyphens of every kind are taken.
 * @returns capitals and digits without separators, e.g. `AB1234567`; `serial-check-digit` when a format fits but for its last character.
 */
export function parseSerial(typed: string, formats: readonly SerialFormat[]): Verdict<string, SerialCode> {
  const serial = canonicalSerial(typed);
  if (serial === '') return fail('required');
  const fitting = formats.filter(({ parts }) => patternOf(parts).test(serial));
  if (fitting.length === 0) return fail('serial-form');
  return fitting.some(({ checkDigit }) => checkCharacterIsRight(checkDigit, serial))
    ? pass(serial)
    : fail('serial-check-digit');
}

/** How many characters a format's serial numbers have. */
export function serialLength({ parts }: SerialFormat): number {
  return parts.reduce((sum, part) => sum + (part.kind === 'literal' ? part.text.length : part.length), 0);
}

const patterns = new WeakMap<readonly SerialPart[], RegExp>();

function patternOf(parts: readonly SerialPart[]): RegExp {
  const known = patterns.get(parts);
  if (known) return known;
  const pieces = parts.map((part) =>
    part.kind === 'literal' ? part.text : `[${alphabets[part.kind]}]{${part.length}}`,
  );
  const pattern = new RegExp(`^${pieces.join('')}$`);
  patterns.set(parts, pattern);
  return pattern;
}
