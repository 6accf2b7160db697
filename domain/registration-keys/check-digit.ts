// The field GF(16) with x⁴ + x + 1; α = x. powers[i] is αⁱ; all fifteen differ, so fifteen digits get fifteen weights.
const powers = buildPowers();
export const checkedDigits = 15;

function buildPowers(): readonly number[] {
  const found = [1];
  while (found.length < 15) {
    const doubled = (found.at(-1) ?? 0) << 1;
    found.push(doubled & 16 ? doubled ^ 0b1_0011 : doubled);
  }
  return found;
}

function multiply(one: number, other: number): number {
  if (one === 0 || other === 0) return 0;
  return powers[(powers.indexOf(one) + powers.indexOf(other)) % 15] ?? 0;
}

const [zeroCode, nineCode, ACode] = [48, 57, 65];
/** What a digit adds to the sum at each place: αⁱ·d, by place and digit. */
const terms = powers.map((power) => Array.from({ length: 16 }, (_, digit) => multiply(power, digit)));

/**
 * The check digit of a registration key: Σ αⁱ·dᵢ over its fifteen other digits, in the order in which they stand. Every
 * single wrong digit and every swap of two neighbours changes it (decisions.md "Keys").
 * @param digits fifteen hex digits.
 * @returns one upper-case hex digit.
 */
export function checkDigit(digits: string): string {
  if (!/^[0-9A-F]{15}$/.test(digits)) throw new RangeError(`${checkedDigits} upper-case hex digits are needed`);
  let sum = 0;
  let at = 0;
  for (const ofDigit of terms) {
    const code = digits.charCodeAt(at);
    sum ^= ofDigit[code <= nineCode ? code - zeroCode : code - ACode + 10] ?? 0;
    at += 1;
  }
  return sum.toString(16).toUpperCase();
}
