import { type CodeLength, layouts } from './lengths.ts';

/** The decimal notation with its zeros in front: 7 is `0007`, of six digits `000007`. */
export function formatDecimal(value: number, length: CodeLength): string {
  return inDigits(value, length, 10, layouts[length].digits);
}

/** The binary notation with its zeros in front, 7 is `0000000111`; null where the length has none. */
export function formatBinary(value: number, length: CodeLength): string | null {
  const { binaryDigits } = layouts[length];
  return binaryDigits === null ? null : inDigits(value, length, 2, binaryDigits);
}

function inDigits(value: number, length: CodeLength, base: number, digits: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= layouts[length].values)
    throw new RangeError(`${value} is no code of ${length}`);
  return value.toString(base).padStart(digits, '0');
}
