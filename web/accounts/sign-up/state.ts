import type { SignUpValues } from '../../../domain/accounts/sign-up-form.ts';
import type { DocumentName } from '../../../domain/site/documents.ts';
import type { SignUpAnswer } from '../../api/types.ts';

/** What a sign-up in progress keeps on the server. No password and no token is ever in it. */
export type SignUpDraft = {
  values: SignUpValues;
  agreed: { document: DocumentName; version: string }[];
  /** The server's answer to the finished form. */
  received: SignUpAnswer | null;
  passwordSet: boolean;
};

export const emptySignUp: SignUpDraft = { values: { country: 'JP' }, agreed: [], received: null, passwordSet: false };

/** What was stored is ours, but from an earlier version it may lack a part. */
export function readSignUpDraft(stored: Record<string, unknown>): SignUpDraft {
  return { ...emptySignUp, ...stored };
}

/** Steps that are pages of the wizard. A mailed link leads out of it; login and what follows have pages of their own. */
const ownPages = ['terms', 'form', 'confirm', 'code', 'password', 'done', 'link'] as const;
export type StepId = (typeof ownPages)[number];

export function wizardSteps(steps: readonly string[]): StepId[] {
  const known = steps.flatMap((step) => ownPages.filter((one) => one === step));
  return known.filter((step, at) => known.indexOf(step) === at);
}

/** The page on which the wizard waits for the mailed link: the first of "done" and "link" after the form was sent. */
export function waitingStep(steps: readonly StepId[]): StepId | null {
  const link = steps.indexOf('link');
  if (link < 0) return null;
  const done = steps.indexOf('done');
  return done >= 0 && done < link ? 'done' : 'link';
}

type Facts = { draft: SignUpDraft; formIsFilled: boolean; hasToken: boolean };

/**
 * The furthest step that may be opened: what is not finished bars what comes after it, also by a typed address (P-10).
 * Once the form was received nothing before it opens again, so that it cannot be sent twice.
 */
export function openSteps(steps: readonly StepId[], { draft, formIsFilled, hasToken }: Facts): StepId[] {
  const waiting = waitingStep(steps);
  if (draft.received) {
    if (waiting) return [waiting];
    if (draft.passwordSet) return ['done'];
    return steps.filter((step) => step === (hasToken ? 'password' : 'code'));
  }
  const finished: Record<StepId, boolean> = {
    terms: draft.agreed.length > 0,
    form: formIsFilled,
    confirm: false,
    code: false,
    link: false,
    password: false,
    done: false,
  };
  const stop = steps.findIndex((step) => !finished[step]);
  return steps.slice(0, stop + 1);
}
