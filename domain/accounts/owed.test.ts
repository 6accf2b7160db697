import { describe, expect, test } from 'vitest';
import { isAgreedTo, owedConsents, owedOrder } from './owed.ts';
import { passwordState } from './password-expiry.ts';
import { accountPolicySchema } from './policy.ts';

const terms = (version: string) => ({ document: 'terms', version });

describe('P-03 documents owed', () => {
  test.each([
    ['nothing agreed', [terms('2026-11-01')], [], 'customer', [terms('2026-11-01')]],
    ['this version agreed', [terms('2026-11-01')], [terms('2026-11-01')], 'customer', []],
    ['an older version agreed', [terms('2026-11-01')], [terms('2026-10-31')], 'dealer', [terms('2026-11-01')]],
    ['a newer version agreed', [terms('2026-11-01')], [terms('2026-12-01')], 'dealer', []],
    [
      'another document agreed',
      [terms('2026-11-01')],
      [{ document: 'privacy-consent', version: '2026-11-01' }],
      'dealer',
      [terms('2026-11-01')],
    ],
    ['the maker’s own people', [terms('2026-11-01')], [], 'maker', []],
  ] as const)('P-03 %s', (_, inForce, agreed, kind, owed) => {
    expect(owedConsents(inForce, agreed, kind)).toEqual(owed);
  });

  test('P-03 a notice before the login page is for browsers; all others are for people', () => {
    expect(isAgreedTo('before-login-page')).toBe(false);
    expect(isAgreedTo('linked')).toBe(false);
    for (const met of ['before-form', 'before-password', 'after-first-login'] as const)
      expect(isAgreedTo(met)).toBe(true);
  });
});

const policyOf = (steps: string[]) =>
  accountPolicySchema.parse({
    signUps: [{ organization: 'dealer', by: 'operator', proof: { kind: 'initial-password' }, steps }],
  });

test.each([
  [
    ['login', 'terms', 'password', 'done'],
    ['consent', 'password', 'customer-data', 'second-factor'],
  ],
  [
    ['login', 'password', 'terms', 'done'],
    ['password', 'consent', 'customer-data', 'second-factor'],
  ],
  [
    ['login', 'password', 'done'],
    ['consent', 'password', 'customer-data', 'second-factor'],
  ],
  [
    ['login', 'customer-data', 'consent', 'password'],
    ['customer-data', 'consent', 'password', 'second-factor'],
  ],
  [
    ['login', 'password', 'consent'],
    ['password', 'consent', 'customer-data', 'second-factor'],
  ],
])('P-03 P-12 a site with the steps %j asks for %j', (steps, order) => {
  expect(owedOrder(policyOf(steps), 'dealer')).toEqual(order);
  expect(owedOrder(policyOf(steps), 'maker')).toEqual(['consent', 'password', 'customer-data', 'second-factor']);
});

describe('P-12 what a password is still good for', () => {
  const changedAt = new Date('2026-11-01T00:00:00Z');
  const policy = (expired: string) =>
    accountPolicySchema.parse({
      signUps: [{ organization: 'dealer', by: 'operator', proof: { kind: 'initial-password', life: { hours: 24 } } }],
      passwordExpiry: { after: { days: 10 }, warnDays: 2, expired },
    });
  const stateAt = (now: string, expired: string, more: object = {}) =>
    passwordState({ changedAt, initial: false, kind: 'dealer', ...more }, policy(expired), 'Asia/Tokyo', new Date(now));

  test.each([
    ['2026-11-08T23:59:59Z', 'change-at-login', {}, { state: 'good' }],
    ['2026-11-09T00:00:00Z', 'change-at-login', {}, { state: 'warned', daysLeft: 2 }],
    ['2026-11-10T23:59:59Z', 'reset-by-mail', {}, { state: 'warned', daysLeft: 1 }],
    ['2026-11-11T00:00:00Z', 'change-at-login', {}, { state: 'change' }],
    ['2026-11-11T00:00:00Z', 'reset-by-mail', {}, { state: 'reset' }],
    ['2026-11-01T23:59:59Z', 'reset-by-mail', { initial: true }, { state: 'change' }],
    ['2026-11-02T00:00:00Z', 'change-at-login', { initial: true }, { state: 'reset' }],
    ['2036-11-02T00:00:00Z', 'change-at-login', { initial: true, kind: 'maker' }, { state: 'change' }],
  ])('P-12 at %s with %s and %j it is %j', (now, expired, more, state) => {
    expect(stateAt(now, expired, more)).toEqual(state);
  });
});
