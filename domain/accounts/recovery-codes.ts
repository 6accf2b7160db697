/** How many codes are made at once. */
export const recoveryCodesCount = 10;
/** Nothing that reads like something else: no I, O, 0 or 1. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const characters = 10;
const half = characters / 2;

/** Random bytes that `makeRecoveryCodes` wants. */
export const recoveryCodesBytes = recoveryCodesCount * characters;

/**
 * Ten codes of 50 random bits each, for the day on which a phone is lost.
 * @param random as many bytes as `recoveryCodesBytes` says, out of a generator fit for secrets
 * @returns codes as they are shown, e.g. `K7QXM-2FHVB`
 */
export function makeRecoveryCodes(random: Uint8Array): string[] {
  const letters = Array.from(random, (byte) => alphabet[byte % alphabet.length]);
  return Array.from({ length: recoveryCodesCount }, (_, at) => {
    const code = letters.slice(at * characters, (at + 1) * characters).join('');
    return `${code.slice(0, half)}-${code.slice(half)}`;
  });
}

/** A code as it is hashed: what people write differently (case, full width, hyphens, blanks) is the same. */
export function normaliseRecoveryCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '');
}
