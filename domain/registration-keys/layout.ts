import { checkDigit } from './check-digit.ts';

// decisions.md "Keys": 4 bits key version, 8 feature, 4 slot, 4 check, 44 tag; in hex digits 1, 2, 1, 1, 11.
export const keyDigits = 16;
export const tagDigits = 11;
export const versionsMax = 16;
export const featuresMax = 256;
/** Keys of one feature that one device can get; the seventeenth is refused. */
export const slotsMax = 16;

export type KeyFields = { version: number; feature: number; slot: number };

/** Puts a key together; `tag` is eleven upper-case hex digits. Fields out of range are a bug and throw. */
export function joinKey({ version, feature, slot }: KeyFields, tag: string): string {
  const head = hexOf(version, versionsMax) + hexOf(feature, featuresMax) + hexOf(slot, slotsMax);
  return head + checkDigit(head + tag) + tag;
}

/**
 * Takes a key apart.
 * @param key sixteen upper-case hex digits.
 * @returns null when the check digit says that it is mistyped.
 */
export function splitKey(key: string): (KeyFields & { tag: string }) | null {
  const head = key.slice(0, 4);
  const tag = key.slice(5);
  if (checkDigit(head + tag) !== key[4]) return null;
  const number = (from: number, to: number) => Number.parseInt(head.slice(from, to), 16);
  return { version: number(0, 1), feature: number(1, 3), slot: number(3, 4), tag };
}

function hexOf(value: number, below: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= below)
    throw new RangeError(`${value} is not a whole number from 0 to ${below - 1}`);
  return value
    .toString(16)
    .toUpperCase()
    .padStart((below - 1).toString(16).length, '0');
}
