import { expect, test } from 'vitest';
import { passwordRules } from '../accounts/password.ts';
import { selfSignUp } from '../accounts/policy.ts';
import { lockSeconds } from '../accounts/lockout.ts';
import { parseSite } from './parse.ts';

const head = `
name: { ja: 見本, en: Sample }
contact: { text: { ja: 窓口, en: Contact }, mail: contact@example.jp }
mail: { sender: no-reply@example.jp }
documents: [{ name: terms, met: before-form }, { name: terms, met: before-password }]
`;

// The six columns of platform.md's policy table with the corrections of details.md; what is not written is the default.
const columns = {
  default: '',
  energy: `
accounts:
  signUps:
    - organization: dealer
      loginId: { kind: chosen, min: 3, max: 16 }
      proof: { kind: link, life: { days: 7 } }
      secondCheck: phone
      steps: [terms, form, confirm, link, terms, password, done, login]
      fields:
        - { field: organizationForm }
        - { field: company }
        - { field: phone }
        - { field: name }
        - { field: kana }
        - { field: mail }
        - { field: loginId }
    - organization: customer
      loginId: { kind: mail }
      proof: { kind: link, life: { days: 7 } }
      secondCheck: phone
      steps: [terms, form, confirm, link, terms, password, done, login]
      fields: [{ field: name }, { field: kana }, { field: phone }, { field: mail }, { field: mailAgain }]
  password: { min: 8, max: 16, characters: printable-ascii, demand: [lower, upper, digit] }
`,
  ups: `
accounts:
  signUps:
    - proof: { kind: code, digits: 6, life: { hours: 24 } }
      steps: [address-and-password, code, done, login, consent, customer-data]
  password: { min: 10, max: 16, characters: letters-digits-symbols, demand: [letter, digit, symbol] }
  passwordExpiry: { after: { days: 180 }, expired: reset-by-mail }
  session: { announceIdle: true }
  reset: { kind: code, life: { hours: 24 } }
`,
  camera: `
accounts:
  signUps:
    - { organization: dealer, by: operator, proof: { kind: invitation } }
    - organization: customer
      by: dealer
      proof: { kind: invitation, temporaryPassword: true }
      steps: [link, password, login, terms]
`,
  conference: `
accounts:
  signUps:
    - organization: dealer
      loginId: { kind: issued }
      proof: { kind: link }
      steps: [terms, form, confirm, done, link, password, login]
      fields:
        - { field: company }
        - { field: country }
        - { field: postalCode, required: false }
        - { field: address1 }
        - { field: address2, required: false }
        - { field: address3, required: false }
        - { field: address4, required: false }
        - { field: address5, required: false }
        - { field: phone }
        - { field: personInCharge }
        - { field: mail }
        - { field: mailAgain }
        - { field: news, required: false }
  password: { min: 8, max: 10, characters: letters-digits, refuseRuns: true }
  reset: { kind: link }
`,
  printer: `
accounts:
  signUps:
    - by: operator
      loginId: { kind: given, min: 3, max: 32 }
      proof: { kind: initial-password }
  password: { min: 6, max: 512, characters: printable-ascii, demand: [lower, digit] }
  passwordExpiry: { after: { months: 3 }, expired: change-at-login }
  lockout: { kind: fixed, after: 5, seconds: 720 }
  reset: { kind: link }
`,
};

function policyOf(column: keyof typeof columns) {
  const parsed = parseSite(head + columns[column], 'site.yaml', {});
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.site.accounts;
}

test('P-02 all five account policies and the default parse', () => {
  const names = Object.keys(columns) as (keyof typeof columns)[];
  expect(names.length).toBe(6);
  expect(names.map((name) => passwordRules(policyOf(name).password).length)).toEqual([2, 6, 6, 2, 4, 5]);
});

test('P-10 a new site gets the default of platform.md without saying anything', () => {
  expect(policyOf('default')).toMatchObject({
    signUps: [
      {
        by: 'self',
        loginId: { kind: 'mail' },
        proof: { kind: 'code', digits: 6, life: { minutes: 10 } },
        steps: ['terms', 'form', 'confirm', 'code', 'password', 'done', 'login'],
      },
    ],
    password: {
      min: 15,
      minWithSecondFactor: 8,
      max: 128,
      characters: 'any',
      demand: [],
      refuseRuns: false,
      refuseCommon: true,
    },
    passwordExpiry: null,
    lockout: { kind: 'doubling', after: 5, firstSeconds: 1, maxSeconds: 900 },
    session: { idleMinutes: 30, totalHours: 12, announceIdle: false },
    reset: { kind: 'code' },
  });
});

test('P-10 energy: dealers choose an ID, customers log in by address, the phone is asked again', () => {
  const policy = policyOf('energy');
  expect(selfSignUp(policy, 'dealer')).toMatchObject({
    loginId: { kind: 'chosen', min: 3, max: 16, characters: 'letters-digits-underscore-hyphen' },
    secondCheck: 'phone',
  });
  expect(selfSignUp(policy, 'customer')).toMatchObject({
    loginId: { kind: 'mail' },
    proof: { kind: 'link', life: { days: 7 } },
  });
  expect(policy.session).toMatchObject({ idleMinutes: 30 });
});

test('P-10 ups: address and password come first, the code is valid 24 h', () => {
  const policy = policyOf('ups');
  expect(policy.signUps[0]).toMatchObject({
    steps: ['address-and-password', 'code', 'done', 'login', 'consent', 'customer-data'],
    proof: { life: { hours: 24 } },
  });
  expect(policy.passwordExpiry).toEqual({ after: { days: 180 }, warnDays: 7, expired: 'reset-by-mail' });
  expect(policy.session.announceIdle).toBe(true);
});

test('P-10 camera and printer: nobody signs up by themselves', () => {
  expect(selfSignUp(policyOf('camera'))).toBe(null);
  expect(selfSignUp(policyOf('printer'))).toBe(null);
  expect(policyOf('camera').signUps[1]).toMatchObject({
    by: 'dealer',
    proof: { kind: 'invitation', life: { hours: 24 }, temporaryPassword: true },
  });
});

test('K-02 conference: an issued ID of 8 to 10 letters and digits, several for one address', () => {
  const signUp = selfSignUp(policyOf('conference'));
  expect(signUp?.loginId).toEqual({
    kind: 'issued',
    min: 8,
    max: 10,
    characters: 'letters-digits',
    addressMayRepeat: true,
    changeable: true,
  });
  expect(signUp?.proof).toEqual({ kind: 'link', life: { hours: 24 } });
  expect(signUp?.fields.filter((one) => one.required).map((one) => one.field)).toEqual([
    'company',
    'country',
    'address1',
    'phone',
    'personInCharge',
    'mail',
    'mailAgain',
  ]);
});

test('P-11 printer: locked 12 minutes after 5 failures, password asked anew after 3 months', () => {
  const policy = policyOf('printer');
  expect(lockSeconds(5, policy.lockout)).toBe(720);
  expect(policy.passwordExpiry).toEqual({ after: { months: 3 }, warnDays: 7, expired: 'change-at-login' });
});
