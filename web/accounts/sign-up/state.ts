import type { SignUpValues } from '../../../domain/accounts/sign-up-form.ts';
import type { DocumentName } from '../../../domain/site/documents.ts';
import type { Site, SignUpAnswer } from '../../api/types.ts';

/** A way in which people sign up themselves, as the site's data say. */
export type Way = Site['signUps'][number];

/** What a sign-up in progress keeps on the server. No password and no token is ever in it. */
export type SignUpDraft = {
  /** As whom somebody signs up, where the site has several ways; null until it is chosen. */
  organization: Way['organization'] | null;
  values: SignUpValues;
  agreed: { document: DocumentName; version: string }[];
  /** The server's answer to the finished form. */
  received: SignUpAnswer | null;
  passwordSet: boolean;
};

export const emptySignUp: SignUpDraft = {
  organization: null,
  values: { country: 'JP' },
  agreed: [],
  received: null,
  passwordSet: false,
};

/** What was stored is ours, but from an earlier version it may lack a part. */
export function readSignUpDraft(stored: Record<string, unknown>): SignUpDraft {
  return { ...emptySignUp, ...stored };
}

/** The way of a sign-up in progress; null while it is still to be chosen. */
export function wayOf(ways: readonly Way[], { organization }: Pick<SignUpDraft, 'organization'>): Way | null {
  const only = ways.length === 1 ? ways[0] : ways.find((one) => one.organization === organization);
  return only ?? null;
}

/** Steps that are pages of the wizard. A mailed link leads out of it; login and what follows have pages of their own. */
const ownPages = ['terms', 'form', 'address-and-password', 'confirm', 'code', 'password', 'done', 'link'] as const;
export type StepId = (typeof ownPages)[number] | 'who';

/** Terms behind the proof are met where the password is set, not on a page of their own. */
export function wizardSteps(steps: readonly string[]): StepId[] {
  const proof = steps.findIndex((step) => step === 'code' || step === 'link');
  const before = steps.filter((step, at) => step !== 'terms' || proof < 0 || at < proof);
  const known = before.flatMap((step) => ownPages.filter((one) => one === step));
  return known.filter((step, at) => known.indexOf(step) === at);
}

/** The steps somebody sees: where there are several ways the choice comes first, and before it only what all ways share. */
export function stepsOf(ways: readonly Way[], way: Way | null): StepId[] {
  const [first, ...others] = ways.map(({ steps }) => wizardSteps(steps));
  const own = way ? wizardSteps(way.steps) : (first ?? []).filter((step) => others.every((one) => one.includes(step)));
  return ways.length > 1 ? ['who', ...own] : own;
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
    who: draft.organization !== null,
    terms: draft.agreed.length > 0,
    form: formIsFilled,
    'address-and-password': false,
    confirm: false,
    code: false,
    link: false,
    password: false,
    done: false,
  };
  const stop = steps.findIndex((step) => !finished[step]);
  return steps.slice(0, stop + 1);
}
