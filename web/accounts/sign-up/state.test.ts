import { describe, expect, it } from 'vitest';
import { emptySignUp, openSteps, waitingStep, wizardSteps, type StepId } from './state.ts';

const byLink = wizardSteps(['terms', 'form', 'confirm', 'done', 'link', 'password', 'login']);
const byCode = wizardSteps(['terms', 'form', 'confirm', 'code', 'password', 'done', 'login', 'consent']);
const received = { signUp: 'sgn_1', loginId: 'abcd2345', proof: 'link', mail: 'a@example.jp' } as const;
const agreed = [{ document: 'terms' as const, version: '2026-11-01' }];

function open(
  steps: StepId[],
  draft: Partial<typeof emptySignUp>,
  more: { formIsFilled?: boolean; hasToken?: boolean } = {},
): StepId[] {
  return openSteps(steps, { draft: { ...emptySignUp, ...draft }, formIsFilled: false, hasToken: false, ...more });
}

describe('P-10 the steps of a sign-up', () => {
  it('are walked as the site says; login and what follows are not pages of it', () => {
    expect(byCode).toEqual(['terms', 'form', 'confirm', 'code', 'password', 'done']);
  });

  it('open one after the other', () => {
    expect(open(byLink, {})).toEqual(['terms']);
    expect(open(byLink, { agreed })).toEqual(['terms', 'form']);
    expect(open(byLink, { agreed }, { formIsFilled: true })).toEqual(['terms', 'form', 'confirm']);
  });

  it('after the form was sent wait for the mailed link', () => {
    expect(waitingStep(byLink)).toBe('done');
    expect(waitingStep(wizardSteps(['terms', 'form', 'confirm', 'link', 'password', 'done', 'login']))).toBe('link');
    expect(open(byLink, { agreed, received }, { formIsFilled: true })).toEqual(['done']);
  });

  it('go on to the password only with the code', () => {
    expect(open(byCode, { agreed, received })).toEqual(['code']);
    expect(open(byCode, { agreed, received }, { hasToken: true })).toEqual(['password']);
    expect(open(byCode, { agreed, received, passwordSet: true })).toEqual(['done']);
  });
});
