import { describe, expect, it } from 'vitest';
import { emptySignUp, openSteps, stepsOf, waitingStep, wayOf, wizardSteps, type StepId, type Way } from './state.ts';

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

describe('P-10 a sign-up with several ways', () => {
  const way = (organization: 'dealer' | 'customer', steps: Way['steps']): Way => ({
    organization,
    steps,
    fields: [],
    loginId: 'mail',
    loginIdRule: null,
    proof: { kind: 'link', life: {} },
    secondCheck: null,
  });
  const dealer = way('dealer', ['terms', 'form', 'confirm', 'link', 'terms', 'password', 'done', 'login']);
  const customer = way('customer', ['address-and-password', 'code', 'done', 'login', 'consent', 'customer-data']);

  it('begins with the choice, and shows before it only what all ways share', () => {
    expect(wayOf([dealer, customer], emptySignUp)).toBeNull();
    expect(stepsOf([dealer, customer], null)).toEqual(['who', 'done']);
    expect(stepsOf([dealer, customer], customer)).toEqual(['who', 'address-and-password', 'code', 'done']);
    expect(open(stepsOf([dealer, customer], null), {})).toEqual(['who']);
  });

  it('has no choice where there is one way', () => {
    expect(wayOf([customer], emptySignUp)).toBe(customer);
    expect(stepsOf([customer], customer)).toEqual(['address-and-password', 'code', 'done']);
  });

  it('meets terms behind the mailed link there, not on a page of the wizard', () => {
    expect(stepsOf([dealer], dealer)).toEqual(['terms', 'form', 'confirm', 'link', 'password', 'done']);
    expect(wizardSteps(['form', 'confirm', 'code', 'terms', 'password', 'done', 'login'])).not.toContain('terms');
  });

  it('is done with the code where the password came with the address', () => {
    const steps = stepsOf([customer], customer);
    expect(open(steps, {})).toEqual(['address-and-password']);
    expect(open(steps, { received })).toEqual(['code']);
    expect(open(steps, { received, passwordSet: true })).toEqual(['done']);
  });
});
