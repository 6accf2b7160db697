import { normaliseCode } from '../identifiers/code.ts';
import { parseMailAddress } from '../identifiers/mail-address.ts';
import { fail, type Refusal, pass, type Verdict } from '../verdict.ts';
import type { loginIdCodes } from './codes.ts';
import type { OrganizationKind } from './permissions.ts';
import { selfSignUp, type AccountPolicy, type LoginIdPolicy } from './policy.ts';

// Letters and digits that cannot be taken for one another (no 0 O o, 1 I l), and no vowels, so that no words come about.
const issuedCharacters = '23456789BCDFGHJKLMNPQRSTVWXYZbcdfghjkmnpqrstvwxyz';
const bytesAtOnce = 32;

export type LoginIdCode = (typeof loginIdCodes)[number] | 'required' | 'mail-address' | 'mail-address-long';

/**
 * Makes a login ID of `length` characters out of `[A-Za-z0-9]` without look-alikes.
 * @param randomBytes gives so many random bytes; each character is equally likely.
 */
export function issueLoginId(randomBytes: (count: number) => Uint8Array, length: number): string {
  // Bytes at and above the largest multiple are thrown away: a remainder would favour the first characters.
  const fairBelow = 256 - (256 % issuedCharacters.length);
  let id = '';
  while (id.length < length) {
    for (const byte of randomBytes(bytesAtOnce)) {
      if (byte < fairBelow && id.length < length) id += issuedCharacters[byte % issuedCharacters.length];
    }
  }
  return id;
}

/**
 * Reads a login ID that somebody chooses, changes to or gives, by the site's rule. Case is kept, full width is taken. Of
 * a mail address only the domain changes case. Whether it is taken is the caller's to ask, without regard to case.
 */
export function parseLoginId(text: string, policy: LoginIdPolicy): Verdict<string, LoginIdCode> {
  return policy.kind === 'mail' ? parseMailAddress(text) : parseTypedLoginId(text, policy);
}

/** What a login ID that is not an address may be made of. */
export type LoginIdRule = Pick<Exclude<LoginIdPolicy, { kind: 'mail' }>, 'min' | 'max' | 'characters'>;

/** Reads a login ID that is not an address, as `parseLoginId` does. */
export function parseTypedLoginId(text: string, policy: LoginIdRule): Verdict<string, LoginIdCode> {
  const value = normaliseCode(text);
  if (value === '') return fail('required');
  const refused = wrongCharacters(value, policy.characters);
  if (refused) return refused;
  const { min, max } = policy;
  return value.length >= min && value.length <= max ? pass(value) : fail('login-id-length', { min, max });
}

/** The rule by which people of this kind of organization log in; whose account somebody else makes follow the first one there is. */
export function loginIdPolicyOf(policy: AccountPolicy, kind: OrganizationKind): LoginIdPolicy {
  const own = policy.signUps.find((one) => one.organization === kind);
  return (own ?? selfSignUp(policy) ?? policy.signUps[0])?.loginId ?? { kind: 'mail' };
}

export type IssuedLoginId = Extract<LoginIdPolicy, { kind: 'issued' }>;

/** The rule for a login ID that its owner may change, or null where it cannot be changed (K-09). */
export function changeableLoginId(policy: AccountPolicy, kind: OrganizationKind): IssuedLoginId | null {
  const rule = loginIdPolicyOf(policy, kind);
  return rule.kind === 'issued' && rule.changeable ? rule : null;
}

/** The login field takes every kind of ID a site has: brings what was typed to the stored form without judging it. */
export function normaliseLoginId(text: string): string {
  const value = normaliseCode(text);
  const mail = value.includes('@') ? parseMailAddress(text) : null;
  return mail?.ok ? mail.value : value;
}

function wrongCharacters(
  value: string,
  characters: 'letters-digits' | 'letters-digits-underscore-hyphen',
): Refusal<LoginIdCode> | null {
  if (characters === 'letters-digits') return /^[A-Za-z0-9]*$/.test(value) ? null : fail('login-id-letters-digits');
  return /^[A-Za-z0-9_-]*$/.test(value) ? null : fail('login-id-letters-digits-underscore-hyphen');
}
