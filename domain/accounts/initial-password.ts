import { checkPassword, passwordRules } from './password.ts';
import type { PasswordKind, PasswordPolicy } from './policy.ts';

/** Long enough to be safe until it is changed, short enough to be read out. */
const charactersWished = 14;
const triesMax = 100;

// Nothing that reads like something else on paper: no 0 O o, no 1 I l.
const lower = 'abcdefghjkmnpqrstuvwxyz';
const upper = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const digits = '23456789';
const symbols = '#%+=-';
const byKind: Record<PasswordKind, string> = { lower, upper, letter: lower, digit: digits, symbol: symbols };

/** Random bytes that `makeInitialPassword` asks for in one call. */
export const initialPasswordBytes = 64;

/**
 * Makes a password that somebody hands over on paper or by phone, within the site's rules.
 * @param randomBytes gives so many bytes out of a generator fit for secrets; it is asked again when a draw breaks a rule.
 * @returns 14 characters, or as near to that as the site allows; without look-alikes.
 */
export function makeInitialPassword(policy: PasswordPolicy, randomBytes: (count: number) => Uint8Array): string {
  const length = Math.min(Math.max(charactersWished, policy.min), policy.max);
  const everything = lower + upper + digits + (policy.demand.includes('symbol') ? symbols : '');
  for (let attempt = 0; attempt < triesMax; attempt += 1) {
    let wished = '';
    while (wished.length < length) wished += drawn(randomBytes(initialPasswordBytes), everything);
    const password = withKinds(wished.slice(0, length), policy.demand, randomBytes(initialPasswordBytes));
    if (checkPassword(password, policy).length === 0) return password;
  }
  throw new Error(
    `no password was found within the rules ${passwordRules(policy)
      .map(({ code }) => code)
      .join(', ')}`,
  );
}

/** Each character is equally likely: bytes at and above the largest multiple are thrown away. */
function drawn(bytes: Uint8Array, characters: string): string {
  const fairBelow = 256 - (256 % characters.length);
  return Array.from(bytes)
    .filter((byte) => byte < fairBelow)
    .map((byte) => characters[byte % characters.length])
    .join('');
}

/** Puts one of each demanded kind at a place of its own. */
function withKinds(password: string, demand: readonly PasswordKind[], bytes: Uint8Array): string {
  const characters = [...password];
  demand.forEach((kind, at) => {
    const [one] = drawn(bytes.subarray(at * 8, at * 8 + 8), byKind[kind]);
    if (one) characters[(at * 3 + 1) % characters.length] = one;
  });
  return characters.join('');
}
