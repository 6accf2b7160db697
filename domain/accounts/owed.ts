import type { DocumentMeeting } from '../site/documents.ts';
import type { OrganizationKind } from './permissions.ts';
import type { AccountPolicy } from './policy.ts';

/**
 * What a session may still owe before anything else works, in the order in which it is asked for: documents to agree to
 * (P-03), a password to set (P-12), a second factor to set up (P-16).
 */
export const owedSteps = ['consent', 'password', 'second-factor'] as const;
export type OwedStep = (typeof owedSteps)[number];

export type DocumentVersion = { document: string; version: string };

const agreedToByNobody: readonly DocumentMeeting[] = ['before-login-page', 'linked'];

/** Whether people agree to a document that is met there; a notice before the login page is for browsers, what is only linked is for readers. */
export function isAgreedTo(met: DocumentMeeting): boolean {
  return !agreedToByNobody.includes(met);
}

/**
 * The documents that somebody has not agreed to in the version that counts (details.md, P-03: once per person and version).
 * Who has agreed to a newer version already owes nothing. The maker's own people owe none: the documents are the maker's
 * word to those outside.
 */
export function owedConsents(
  inForce: readonly DocumentVersion[],
  agreed: readonly DocumentVersion[],
  kind: OrganizationKind,
): DocumentVersion[] {
  if (kind === 'maker') return [];
  const isAgreed = ({ document, version }: DocumentVersion) =>
    agreed.some((one) => one.document === document && one.version >= version);
  return inForce.filter((one) => !isAgreed(one));
}

/** The order in which a site asks: as the steps after "login" stand in its data, else consent first; a second factor last. */
export function owedOrder({ signUps }: AccountPolicy, kind: OrganizationKind): readonly OwedStep[] {
  const steps = signUps.find((one) => one.organization === kind)?.steps ?? [];
  const afterLogin = steps.slice(steps.indexOf('login') + 1);
  const password = afterLogin.indexOf('password');
  const consent = afterLogin.findIndex((step) => step === 'terms' || step === 'consent');
  return password >= 0 && password < consent ? ['password', 'consent', 'second-factor'] : owedSteps;
}
