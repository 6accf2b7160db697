import type { OrganizationKind, Role } from './permissions.ts';
import type { SecondFactorPolicy } from './policy.ts';

/** What a site may offer as a second factor. */
export const secondFactorMethods = ['passkey', 'totp'] as const;
export type SecondFactorMethod = (typeof secondFactorMethods)[number];

/** What the second step of a login may be answered with. */
export const secondStepKinds = [...secondFactorMethods, 'recovery-code'] as const;
export type SecondStepKind = (typeof secondStepKinds)[number];

/** How long the second step may take after the password was right. */
export const secondStepMinutes = 5;
/** Wrong answers to one second step, after which the login begins over. */
export const secondStepTriesMax = 5;
export const passkeysMax = 20;
export const passkeyNameMax = 60;

/** Whether somebody of this role in an organization of this kind must have a second factor. */
export function demandsSecondFactor(policy: SecondFactorPolicy, kind: OrganizationKind, role: Role): boolean {
  if (policy.use === 'off') return false;
  return policy.demandedOf.some((one) => one.organization === kind && one.roles.includes(role));
}

/** What may be set up at a site; nothing where second factors are off. */
export function methodsOffered(policy: SecondFactorPolicy): readonly SecondFactorMethod[] {
  return policy.use === 'off' ? [] : secondFactorMethods.filter((method) => policy.methods.includes(method));
}

/** Whether a passkey opens the account by itself, without login ID and password. */
export function passkeyLogsIn(policy: SecondFactorPolicy): boolean {
  return policy.passkeyLogin && methodsOffered(policy).includes('passkey');
}
