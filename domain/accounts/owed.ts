import type { DocumentMeeting } from '../site/documents.ts';
import type { OrganizationKind } from './permissions.ts';
import type { AccountPolicy } from './policy.ts';
import type { SignUpStep } from './sign-up.ts';

/**
 * What a session may still owe before anything else works: documents to agree to (P-03), a password to set (P-12), the
 * data of a customer who has signed up with an address alone (U-01), a second factor to set up (P-16).
 */
export const owedSteps = ['consent', 'password', 'customer-data', 'second-factor'] as const;
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

const owedOf: Partial<Record<SignUpStep, OwedStep>> = {
  terms: 'consent',
  consent: 'consent',
  password: 'password',
  'customer-data': 'customer-data',
};

/** The order in which a site asks: what its data name after "login" stands in their order, the rest where it stands by default. */
export function owedOrder({ signUps }: AccountPolicy, kind: OrganizationKind): readonly OwedStep[] {
  const steps = signUps.find((one) => one.organization === kind)?.steps ?? [];
  const named = [...new Set(steps.slice(steps.indexOf('login') + 1).flatMap((step) => owedOf[step] ?? []))];
  const rest = named.values();
  return owedSteps.map((step) => (named.includes(step) ? (rest.next().value ?? step) : step));
}
