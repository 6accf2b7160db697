import type { Params } from '../verdict.ts';
import type { PasswordRuleCode } from './codes.ts';
import type { PasswordCharacters, PasswordKind, PasswordPolicy } from './policy.ts';
import { findRun, runCharactersMin } from './password-run.ts';

/** A rule to show, or one that was broken. `params.part` of `password-run` is the part of the person's own input: never log it. */
export type PasswordRule = { code: PasswordRuleCode; params?: Params };

/** What the browser cannot know and the server hands in. */
export type PasswordFacts = {
  /** Whether the password is among the commonly used or breached ones (offline list). Left out where the list is not at hand. */
  isCommon?: (password: string) => boolean;
  /** The account has a second factor, so the shorter least length counts. */
  secondFactor?: boolean;
};

const characterRules: Record<Exclude<PasswordCharacters, 'any'>, { code: PasswordRuleCode; allowed: RegExp }> = {
  'printable-ascii': { code: 'password-ascii', allowed: /^[\x20-\x7e]*$/u },
  'letters-digits-symbols': { code: 'password-letters-digits-symbols', allowed: /^[\x21-\x7e]*$/u },
  'letters-digits': { code: 'password-letters-digits', allowed: /^[A-Za-z0-9]*$/u },
};

const kindRules: Record<PasswordKind, { code: PasswordRuleCode; present: RegExp }> = {
  lower: { code: 'password-lower', present: /\p{Ll}/u },
  upper: { code: 'password-upper', present: /\p{Lu}/u },
  letter: { code: 'password-letter', present: /\p{L}/u },
  digit: { code: 'password-digit', present: /\p{Nd}/u },
  symbol: { code: 'password-symbol', present: /[^\p{L}\p{N}\s]/u },
};

/**
 * The form in which a password is checked and hashed. NFC, so that two keyboards that compose differently give the same
 * password (NIST SP 800-63B-4); nothing is cut or changed in case. Where only ASCII is allowed a yen sign
 * counts as the backslash whose key it shares (details.md, "table, password").
 */
export function preparePassword(password: string, policy: PasswordPolicy): string {
  const composed = password.normalize('NFC');
  return policy.characters === 'any' ? composed : composed.replaceAll('¥', '\\');
}

/** The site's password rules, in the order in which they are shown and ticked off. */
export function passwordRules(
  policy: PasswordPolicy,
  { secondFactor = false }: Pick<PasswordFacts, 'secondFactor'> = {},
): PasswordRule[] {
  const rules: PasswordRule[] = [
    { code: 'password-length', params: { min: leastCharacters(policy, secondFactor), max: policy.max } },
  ];
  if (policy.characters !== 'any') rules.push({ code: characterRules[policy.characters].code });
  for (const kind of policy.demand) rules.push({ code: kindRules[kind].code });
  if (policy.refuseRuns) rules.push({ code: 'password-run', params: { count: runCharactersMin, part: '1234' } });
  if (policy.refuseCommon) rules.push({ code: 'password-common' });
  return rules;
}

/**
 * Checks a wished password against the site's policy.
 * @returns every rule that is broken, in the order of `passwordRules`; empty when the password may be used.
 * Without `isCommon` the rule `password-common` is not judged. Length counts Unicode code points.
 */
export function checkPassword(password: string, policy: PasswordPolicy, facts: PasswordFacts = {}): PasswordRule[] {
  if (!password.isWellFormed()) return [{ code: 'password-unreadable' }];
  const prepared = preparePassword(password, policy);
  const run = policy.refuseRuns ? findRun(prepared) : null;
  return passwordRules(policy, facts).flatMap((rule) => {
    if (rule.code === 'password-run')
      return run === null ? [] : [{ ...rule, params: { count: runCharactersMin, part: run } }];
    return isKept(rule, prepared, policy, facts) ? [] : [rule];
  });
}

function leastCharacters(policy: PasswordPolicy, secondFactor: boolean): number {
  return secondFactor ? Math.min(policy.min, policy.minWithSecondFactor) : policy.min;
}

function isKept({ code }: PasswordRule, prepared: string, policy: PasswordPolicy, facts: PasswordFacts): boolean {
  if (code === 'password-length') {
    const found = [...prepared].length;
    return found >= leastCharacters(policy, facts.secondFactor ?? false) && found <= policy.max;
  }
  if (code === 'password-common') return !facts.isCommon?.(prepared);
  const kind = policy.demand.find((one) => kindRules[one].code === code);
  if (kind) return kindRules[kind].present.test(prepared);
  return policy.characters === 'any' || characterRules[policy.characters].allowed.test(prepared);
}
