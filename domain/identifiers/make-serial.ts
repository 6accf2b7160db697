import { checkCharacterOf } from './check-digit.ts';
import type { SerialFormat } from './serial-number.ts';

const characters = {
  letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  digits: '0123456789',
  alphanumeric: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
} as const;

/**
 * A serial number in a format, its check digit right; for demos and tests, as real ones come from the factory.
 * @param pick gives a whole number from 0 up to, not including, `choices`.
 */
export function makeSerial({ parts, checkDigit }: SerialFormat, pick: (choices: number) => number): string {
  const text = parts
    .map((part) => {
      if (part.kind === 'literal') return part.text;
      const from = characters[part.kind];
      return Array.from({ length: part.length }, () => from.charAt(pick(from.length))).join('');
    })
    .join('');
  if (checkDigit === 'none') return text;
  const body = text.slice(0, -1);
  return body + checkCharacterOf(checkDigit, body);
}
