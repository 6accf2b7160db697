import type { z } from 'zod';
import type { ProofKind, SignUpField, SignUpStep } from './sign-up.ts';

type SignUpFacts = {
  by: string;
  loginId: { kind: string };
  proof: { kind: ProofKind };
  secondCheck: 'phone' | null;
  steps: SignUpStep[];
  fields: SignUpField[];
};

// [what comes first, what comes after it]; a pair counts only when both steps are there.
const order: readonly (readonly [SignUpStep, SignUpStep])[] = [
  ['form', 'confirm'],
  ['link', 'login'],
  ['code', 'login'],
  ['form', 'code'],
  ['form', 'link'],
  ['address-and-password', 'code'],
  ['confirm', 'code'],
  ['confirm', 'link'],
  ['code', 'password'],
  ['link', 'password'],
  ['form', 'password'],
  ['form', 'done'],
  ['confirm', 'done'],
  ['login', 'consent'],
  ['login', 'customer-data'],
];

const proofStep: Record<ProofKind, SignUpStep | null> = {
  code: 'code',
  link: 'link',
  invitation: 'link',
  'initial-password': null,
};

/** Refuses sequences that nobody could walk, naming the step at which it goes wrong (P-10, P-01). */
export function checkSignUp(signUp: SignUpFacts, context: z.RefinementCtx): void {
  checkProof(signUp, context);
  checkLoginId(signUp, context);
  checkSteps(signUp, context);
  checkFields(signUp, context);
}

/** Proofs that people get by themselves, and those that somebody else hands them. */
const selfProofs: readonly ProofKind[] = ['code', 'link'];

function checkSteps({ by, loginId, proof, secondCheck, steps }: SignUpFacts, context: z.RefinementCtx): void {
  const refuse = (at: number | null, message: string) =>
    context.addIssue({ code: 'custom', path: at === null ? ['steps'] : ['steps', at], message });
  steps.forEach((step, at) => {
    const first = steps.indexOf(step);
    // The terms may be met twice: before the form and again before the password.
    if (first < at && (step !== 'terms' || steps[at - 1] === 'terms' || first !== steps.lastIndexOf('terms', at - 1))) {
      refuse(at, `each step once; "${step}" stands here again`);
    }
  });
  for (const [first, then] of order) {
    const at = steps.indexOf(then);
    if (at >= 0 && steps.indexOf(first) > at) refuse(at, `"${first}" before "${then}"`);
  }
  const wanted = proofStep[proof.kind];
  for (const step of ['code', 'link'] as const) {
    if (step === wanted && !steps.includes(step))
      refuse(null, `a step "${step}", because the proof is "${proof.kind}"`);
    if (step !== wanted && steps.includes(step))
      refuse(steps.indexOf(step), `no step "${step}", because the proof is "${proof.kind}"`);
  }
  const passwords = steps.filter((step) => step === 'password' || step === 'address-and-password').length;
  if (passwords !== 1) refuse(null, 'exactly one of "password" and "address-and-password"');
  if (!steps.includes('login')) refuse(null, 'a step "login"');
  const login = steps.indexOf('login');
  const password = steps.indexOf('password');
  if (proof.kind !== 'initial-password' && login >= 0 && password > login) refuse(login, '"password" before "login"');
  const has = (step: SignUpStep) => steps.includes(step);
  if (by === 'self' && has('form') === has('address-and-password'))
    refuse(null, 'exactly one of "form" and "address-and-password", because people sign up themselves');
  if (by !== 'self' && (has('form') || has('confirm') || has('address-and-password')))
    refuse(null, 'no "form", "confirm" or "address-and-password", because somebody else fills in the form');
  if (has('confirm') && !has('form') && by === 'self') refuse(steps.indexOf('confirm'), '"form" before "confirm"');
  if (has('customer-data') && has('form'))
    refuse(steps.indexOf('customer-data'), 'no "customer-data", because "form" asks the same fields');
  if (!has('address-and-password')) return;
  if (proof.kind !== 'code') refuse(null, 'the proof "code", because of "address-and-password"');
  if (!has('customer-data')) refuse(null, 'a step "customer-data", because nothing else asks the fields');
  if (loginId.kind === 'chosen') refuse(null, 'a step "form", because people choose their login ID there');
  if (secondCheck) refuse(null, 'a step "form", because the phone number is asked for there');
}

function checkProof({ by, proof }: SignUpFacts, context: z.RefinementCtx): void {
  const isSelf = by === 'self';
  if (selfProofs.includes(proof.kind) === isSelf) return;
  const wanted = isSelf ? '"code" or "link"' : '"invitation" or "initial-password"';
  context.addIssue({ code: 'custom', path: ['proof', 'kind'], message: `${wanted}, because ${whyOf(isSelf)}` });
}

const whyOf = (isSelf: boolean) => (isSelf ? 'people sign up themselves' : 'somebody else makes the account');

/** An ID that nobody gives, or nobody chooses, and a number that is never asked again: data without an effect. */
function checkLoginId({ by, loginId, secondCheck }: SignUpFacts, context: z.RefinementCtx): void {
  const isSelf = by === 'self';
  const kinds = isSelf ? ['mail', 'issued', 'chosen'] : ['mail', 'given'];
  if (!kinds.includes(loginId.kind)) {
    const wanted = kinds.map((kind) => `"${kind}"`).join(' or ');
    context.addIssue({ code: 'custom', path: ['loginId', 'kind'], message: `${wanted}, because ${whyOf(isSelf)}` });
  }
  if (!isSelf && secondCheck)
    context.addIssue({ code: 'custom', path: ['secondCheck'], message: `null, because ${whyOf(isSelf)}` });
}

function checkFields({ by, loginId, secondCheck, steps, fields }: SignUpFacts, context: z.RefinementCtx): void {
  const names = fields.map((one) => one.field);
  names.forEach((name, at) => {
    if (names.indexOf(name) < at) {
      context.addIssue({
        code: 'custom',
        path: ['fields', at, 'field'],
        message: `each field once; "${name}" stands here again`,
      });
    }
  });
  // Who makes an account for others is asked for the login ID and the address besides.
  if (by !== 'self' || !steps.includes('form')) return;
  const demand = (name: SignUpField['field'], why: string) => {
    const field = fields.find((one) => one.field === name);
    if (!field?.required)
      context.addIssue({ code: 'custom', path: ['fields'], message: `the required field "${name}", because ${why}` });
  };
  demand('mail', 'the proof goes to that address');
  if (loginId.kind === 'chosen') demand('loginId', 'people choose their login ID');
  if (secondCheck === 'phone') demand('phone', 'it is asked again when the password is set');
}
