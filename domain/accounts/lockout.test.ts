import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  afterFailure,
  type Browser,
  type LockoutState,
  lockSeconds,
  mayTry,
  noFailures,
  shutAfterFailures,
  guessesWithin,
  withoutOneFailure,
} from './lockout.ts';
import { accountPolicySchema, type LockoutPolicy } from './policy.ts';

const doubling = accountPolicySchema.parse({}).lockout;
const fixed = accountPolicySchema.parse({ lockout: { kind: 'fixed' } }).lockout;
const start = Date.UTC(2026, 10, 1);
const at = (seconds: number) => new Date(start + seconds * 1000);

// Tries a wrong password at each moment at which it is looked at, every `everySeconds`.
function guess(policy: LockoutPolicy, seconds: number, everySeconds = 0.5, browser: Browser = 'unknown') {
  let state: LockoutState = noFailures;
  let evaluated = 0;
  for (let moment = 0; moment < seconds; moment += everySeconds) {
    const may = mayTry(state, browser, at(moment));
    if (!may.ok) continue;
    evaluated += 1;
    state = afterFailure(may.value, policy, at(moment));
  }
  return { evaluated, state };
}

test('P-11 the doubling lock: none before the 5th failure, then 1 s, 2 s … 512 s, 900 s', () => {
  const seconds = Array.from({ length: 17 }, (_, index) => lockSeconds(index, doubling));
  expect(seconds).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  expect(lockSeconds(5000, doubling)).toBe(900);
});

test('P-11 the fixed lock: 12 min after each 5th failure', () => {
  const locks = Array.from({ length: 12 }, (_, index) => lockSeconds(index, fixed));
  expect(locks).toEqual([0, 0, 0, 0, 0, 720, 0, 0, 0, 0, 720, 0]);
});

test('P-11 the doubling rule evaluates at most 14 guesses in the first 15 minutes and about 4 an hour after', () => {
  const quarter = guess(doubling, 900).evaluated;
  expect(quarter).toBe(14);
  const hours = guess(doubling, 900 + 4 * 3600).evaluated;
  expect(hours - quarter).toBeLessThanOrEqual(17);
});

test('P-11 the fixed rule evaluates at most 10 guesses in 15 minutes', () => {
  expect(guess(fixed, 900).evaluated).toBe(10);
});

test('P-11 the guesses a lock allows, counted by rule and by trying', () => {
  expect(guessesWithin(900, doubling)).toBe(14);
  expect(guessesWithin(900, fixed)).toBe(10);
  const lock = fc.oneof(
    fc.record({
      kind: fc.constant('fixed' as const),
      after: fc.integer({ min: 1, max: 8 }),
      seconds: fc.integer({ min: 60, max: 900 }),
    }),
    fc.record({
      kind: fc.constant('doubling' as const),
      after: fc.integer({ min: 1, max: 8 }),
      firstSeconds: fc.integer({ min: 1, max: 60 }),
      maxSeconds: fc.integer({ min: 60, max: 900 }),
    }),
  );
  fc.assert(
    fc.property(lock, (policy) => {
      expect(guess(policy, 900, 0.25).evaluated).toBeLessThanOrEqual(guessesWithin(900, policy));
    }),
    { numRuns: 30 },
  );
});

test('P-11 an unknown browser is shut out after 100 failures in a row, for days, until a reset; a known one is not', () => {
  const shut = guess({ kind: 'fixed', after: 20, seconds: 1 }, 3 * 24 * 3600, 1);
  expect(shut.evaluated).toBe(shutAfterFailures);
  expect(mayTry(shut.state, 'unknown', at(30 * 24 * 3600))).toEqual({ ok: false, code: 'login-shut' });
  expect(mayTry(shut.state, 'known', at(30 * 24 * 3600))).toEqual({ ok: true, value: noFailures });
  expect(mayTry(noFailures, 'unknown', at(0))).toEqual({ ok: true, value: noFailures });
});

test('P-11 a locked browser is told the whole seconds that are left', () => {
  let state: LockoutState = noFailures;
  for (let failure = 0; failure < 8; failure += 1) state = afterFailure(state, doubling, at(0));
  expect(state).toEqual({ failures: 8, lastTryAt: at(0), lockedUntil: at(8) });
  expect(mayTry(state, 'known', at(0.001))).toEqual({ ok: false, code: 'login-locked', params: { seconds: 8 } });
  expect(mayTry(state, 'known', at(7.5))).toEqual({ ok: false, code: 'login-locked', params: { seconds: 1 } });
  expect(mayTry(state, 'known', at(8))).toEqual({ ok: true, value: state });
});

test('P-11 failures are forgotten 24 h after the last try that was looked at, not a moment earlier', () => {
  const state: LockoutState = { failures: 4, lastTryAt: at(0), lockedUntil: null };
  expect(mayTry(state, 'unknown', at(24 * 3600 - 1))).toEqual({ ok: true, value: state });
  expect(mayTry(state, 'unknown', at(24 * 3600))).toEqual({ ok: true, value: noFailures });
});

test('P-11 a try during a lock neither counts nor lengthens it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 60 }), (moments) => {
      let state: LockoutState = noFailures;
      for (const moment of moments.toSorted((one, other) => one - other)) {
        const before = state;
        const may = mayTry(state, 'known', at(moment));
        if (may.ok) state = afterFailure(may.value, doubling, at(moment));
        const locked = before.lockedUntil !== null && before.lockedUntil > at(moment);
        expect(state === before).toBe(locked);
        expect(state.failures).toBe(locked ? before.failures : before.failures + 1);
      }
    }),
  );
});

test('P-16 a right password that opens nothing yet takes its own count back and no other', () => {
  let state: LockoutState = noFailures;
  for (let failure = 0; failure < 5; failure += 1) state = afterFailure(state, doubling, at(0));
  const tried = afterFailure(state, doubling, at(60));
  expect(withoutOneFailure(tried, 6, doubling)).toEqual({ failures: 5, lastTryAt: at(60), lockedUntil: null });
  const meanwhile = afterFailure(tried, doubling, at(61));
  expect(withoutOneFailure(meanwhile, 6, doubling)).toEqual({ failures: 6, lastTryAt: at(61), lockedUntil: at(63) });
  expect(withoutOneFailure(noFailures, 6, doubling)).toEqual(noFailures);
});
