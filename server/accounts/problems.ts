import { problemsOf } from '../kernel/http/problem.ts';

/** What accounts refuse. The words stand in domain/texts under `problems.accounts`. */
export const accountProblems = {
  'login-refused': 401,
  'login-locked': 429,
  'login-refused-or-locked': 401,
  'sign-up-closed': 403,
  'terms-not-agreed': 422,
  'login-id-taken': 422,
  'code-wrong': 422,
  'code-wrong-or-elsewhere': 422,
  'link-invalid': 422,
  'present-password-wrong': 422,
  'login-id-fixed': 403,
  'mail-unchanged': 422,
  'mail-link-invalid': 422,
  'withdrawal-invalid': 422,
  'withdrawal-last-owner': 409,
  'reset-link-invalid': 422,
  'password-same': 422,
  'password-expired': 403,
  'consents-changed': 409,
  'second-factor-needed': 401,
  'second-step-over': 401,
  'second-factor-wrong': 422,
  'passkey-refused': 401,
  'passkey-not-made': 422,
  'passkeys-many': 422,
  'totp-code-wrong': 422,
  'totp-setup-over': 422,
  'second-factor-not-offered': 403,
  'second-factor-missing': 422,
  'second-factor-demanded': 422,
  'password-short-alone': 422,
  'second-factor-own': 403,
} as const;

export const accountProblem = problemsOf('accounts', accountProblems);
