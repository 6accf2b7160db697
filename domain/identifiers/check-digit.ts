/**
 * How the last character of a serial number checks those before it. `luhn`: ISO/IEC 7812-1, decimal digits; `mod11-10`:
 * ISO/IEC 7064 MOD 11,10, decimal digits; `mod37-36`: ISO/IEC 7064 MOD 37,36, digits and letters. Letters before a decimal
 * check digit count as two digits each, A as 10 up to Z as 35.
 */
export const checkDigits = ['none', 'luhn', 'mod11-10', 'mod37-36'] as const;
export type CheckDigit = (typeof checkDigits)[number];

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The character that `text` (capitals and digits) needs after it; empty for `none`. */
export function checkCharacterOf(kind: CheckDigit, text: string): string {
  switch (kind) {
    case 'none':
      return '';
    case 'luhn':
      return String(luhn(decimalOf(text)));
    case 'mod11-10':
      return hybrid([...decimalOf(text)].map(Number), 10);
    case 'mod37-36':
      return hybrid(
        [...text].map((character) => alphabet.indexOf(character)),
        36,
      );
  }
}

/** Whether the last character of `serial` is the one that those before it ask for. */
export function checkCharacterIsRight(kind: CheckDigit, serial: string): boolean {
  return kind === 'none' || checkCharacterOf(kind, serial.slice(0, -1)) === serial.slice(-1);
}

function decimalOf(text: string): string {
  return [...text].map((character) => String(alphabet.indexOf(character))).join('');
}

function luhn(digits: string): number {
  let sum = 0;
  for (const [place, digit] of [...digits].toReversed().entries()) {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return (10 - (sum % 10)) % 10;
}

/** The hybrid systems of ISO/IEC 7064: every wrong character shows, and nearly every swap of two neighbours. */
function hybrid(values: readonly number[], modulus: number): string {
  let product = modulus;
  for (const value of values) {
    const sum = (product + value) % modulus;
    product = ((sum === 0 ? modulus : sum) * 2) % (modulus + 1);
  }
  return alphabet.charAt((modulus + 1 - product) % modulus);
}
