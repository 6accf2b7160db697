import { fail, pass, type Verdict } from '../verdict.ts';
import { normaliseCode } from './code.ts';

/**
 * Reads a postal code. Japan: seven digits, stored as `1234567`; elsewhere 1–10 of letters, digits, blanks
 * and hyphens, stored as written in half width (details.md, P-18).
 */
export function parsePostalCode(
  text: string,
  country: string,
): Verdict<string, 'required' | 'postal-code-japan' | 'postal-code'> {
  const typed = normaliseCode(text).replace(/^〒\s*/u, '');
  if (typed === '') return fail('required');
  if (country === 'JP') {
    const digits = typed.replace(/[-\s]/gu, '');
    return /^[0-9]{7}$/u.test(digits) ? pass(digits) : fail('postal-code-japan');
  }
  return /^[A-Za-z0-9 -]{1,10}$/u.test(typed) ? pass(typed) : fail('postal-code');
}

/** Shows a stored postal code the local way: `123-4567` in Japan. */
export function formatPostalCode(value: string, country: string): string {
  return country === 'JP' ? `${value.slice(0, 3)}-${value.slice(3)}` : value;
}
