import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { passwordRules } from '../accounts/password.ts';
import { selfSignUp } from '../accounts/policy.ts';
import { lockSeconds } from '../accounts/lockout.ts';
import { capabilitySchemas } from './capabilities.ts';
import { parseSite } from './parse.ts';

const folder = join(import.meta.dirname, '../../sites');
const smallest = `
name: { ja: 見本, en: Sample }
contact: { text: { ja: 窓口, en: Contact }, mail: contact@example.jp }
mail: { sender: no-reply@example.jp }
documents: [{ name: terms, met: before-form }]
`;

const columns = ['default', 'energy', 'ups', 'camera', 'conference', 'printer'] as const;

/** A column of platform.md's policy table with the corrections of details.md: what the site's folder says, and the defaults. */
function policyOf(column: (typeof columns)[number]) {
  const file = join(folder, column, 'site.yaml');
  const text = column === 'default' ? smallest : readFileSync(file, 'utf8');
  const parsed = parseSite(text, file, capabilitySchemas);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.site.accounts;
}

test('P-02 all five account policies and the default parse', () => {
  expect(columns.map((name) => passwordRules(policyOf(name).password).length)).toEqual([2, 6, 6, 2, 4, 5]);
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
    'mail',
    'mailAgain',
  ]);
});

test('P-11 printer: locked 12 minutes after 5 failures, password asked anew after 3 months', () => {
  const policy = policyOf('printer');
  expect(lockSeconds(5, policy.lockout)).toBe(720);
  expect(policy.passwordExpiry).toEqual({ after: { months: 3 }, warnDays: 7, expired: 'change-at-login' });
});
