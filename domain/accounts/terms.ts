import type { DocumentMeeting, DocumentName } from '../site/documents.ts';
import type { SignUpStep } from './sign-up.ts';

/** Where in a sequence of steps documents are agreed to: before the proof is asked for, before the password is set, after the login. */
export type TermsPlace = 'form' | 'password' | 'login';

/** Where the steps "terms" of a sequence stand (P-10): e.g. energy meets the terms before the form and again behind the mailed link. */
export function termsPlaces(steps: readonly SignUpStep[]): TermsPlace[] {
  const login = steps.indexOf('login');
  const proof = steps.findIndex((step) => step === 'code' || step === 'link');
  return steps.flatMap((step, at): TermsPlace[] => {
    if (step !== 'terms') return [];
    if (login >= 0 && at > login) return ['login'];
    return [proof >= 0 && at > proof ? 'password' : 'form'];
  });
}

type Met = { name: DocumentName; met: DocumentMeeting };

/**
 * The documents that are agreed to at one place of a sequence. Where it has one step "terms" before the login, that step
 * shows all that is met before the form and before the password; where it has both, each shows its own.
 */
export function documentsAt(
  documents: readonly Met[],
  steps: readonly SignUpStep[],
  place: 'form' | 'password',
): DocumentName[] {
  const places = termsPlaces(steps);
  if (!places.includes(place)) return [];
  const hasBoth = places.includes('form') && places.includes('password');
  const meetings: readonly DocumentMeeting[] = hasBoth
    ? [place === 'form' ? 'before-form' : 'before-password']
    : ['before-form', 'before-password'];
  const names = documents.filter(({ met }) => meetings.includes(met)).map(({ name }) => name);
  return [...new Set(names)];
}
