import { normaliseCode } from '../identifiers/code.ts';
import { fail, pass, type Verdict } from '../verdict.ts';
import type { CodeFormCode } from './codes.ts';
import { type CodeLength, codeLengths, layouts } from './lengths.ts';

const separators = /[-\s]/gu;

/** The bare digits of what was typed, in full width too, with hyphens and blanks left out; null when it holds anything else. */
function digitsOf(typed: string): string | null {
  const digits = normaliseCode(typed).replace(separators, '');
  return /^[0-9]*$/.test(digits) ? digits : null;
}

function isBinary(digits: string, length: CodeLength): boolean {
  return digits.length === layouts[length].binaryDigits && /^[01]+$/.test(digits);
}

/**
 * Reads a code as a unit of this length takes it: all decimal digits, or all binary ones where there is such a notation (U-11).
 * Four digits of 0 and 1 are decimal.
 * @returns the code's value; refusals of form: nothing, other characters, another number of digits, more than the greatest code.
 */
export function readCode(typed: string, length: CodeLength): Verdict<number, CodeFormCode> {
  const { digits, binaryDigits, values } = layouts[length];
  const found = digitsOf(typed);
  if (found === null) return fail('code-characters');
  if (found === '') return fail('required');
  if (isBinary(found, length)) return pass(Number.parseInt(found, 2));
  if (found.length !== digits) return fail('code-digits', { digits, binary: binaryDigits ?? 0, found: found.length });
  const value = Number(found);
  return value < values ? pass(value) : fail('code-range', { max: values - 1 });
}

/** Codes that a search term stands for: this value, of codes of these lengths. */
export type CodeSearch = { value: number; lengths: CodeLength[] };

/**
 * Reads a search term as codes (U-05, U-10): a term fits a code when it is its decimal notation with its zeros in front, the bare
 * number, or exactly its binary digits. `7` fits codes of every length, `0007` those of four digits, `0101` is decimal.
 * @returns the readings, at most one for each notation; none when no code can be written like this.
 */
export function readCodeSearch(term: string): CodeSearch[] {
  const digits = digitsOf(term);
  if (digits === null || digits === '') return [];
  const value = Number(digits);
  const decimal = codeLengths.filter(
    (length) =>
      value < layouts[length].values && (digits === String(value) || digits.length === layouts[length].digits),
  );
  const binary = codeLengths.filter((length) => isBinary(digits, length));
  return [
    ...(decimal.length > 0 ? [{ value, lengths: decimal }] : []),
    ...(binary.length > 0 ? [{ value: Number.parseInt(digits, 2), lengths: binary }] : []),
  ];
}
