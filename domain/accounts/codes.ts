/** Rules of a password, shown before typing and ticked off while typing. */
export const passwordRuleCodes = [
  'password-length',
  'password-ascii',
  'password-letters-digits',
  'password-letters-digits-symbols',
  'password-lower',
  'password-upper',
  'password-letter',
  'password-digit',
  'password-symbol',
  'password-run',
  'password-common',
  'password-unreadable',
] as const;
export type PasswordRuleCode = (typeof passwordRuleCodes)[number];

export const loginIdCodes = [
  'login-id-length',
  'login-id-letters-digits',
  'login-id-letters-digits-underscore-hyphen',
] as const;

/** `login-refused-or-locked` is what a browser reads that never logged in to the account; it tells nothing. */
export const lockoutCodes = ['login-locked', 'login-shut'] as const;

export const proofCodes = ['proof-used', 'proof-replaced', 'proof-over', 'proof-tries-spent'] as const;

export const sessionCodes = ['session-idle', 'session-over'] as const;
