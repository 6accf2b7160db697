import { fail, pass, type Verdict } from '../verdict.ts';
import type { LockoutPolicy } from './policy.ts';

// decisions.md "Accounts"; the counting is details.md "table, failed logins".
const forgetAfterMs = 24 * 60 * 60 * 1000;
/** After so many failures in a row, browsers that never logged in to the account are shut out until a reset. */
export const shutAfterFailures = 100;

/**
 * Failures in a row on one counter. An account has one counter for all browsers that never logged in to it and one for
 * each browser that did, so that who attacks from outside does not lock out the owner.
 */
export type LockoutState = { failures: number; lastTryAt: Date | null; lockedUntil: Date | null };

export type Browser = 'known' | 'unknown';

/** The counter of a new account, and after a successful login or a finished reset. */
export const noFailures: LockoutState = { failures: 0, lastTryAt: null, lockedUntil: null };

/**
 * Whether a try may be looked at now. When it is refused the password must not be read, and nothing is counted.
 * @returns the counter to go on with (forgotten after 24 h without a try), or `login-locked` with the whole `seconds` left,
 * or `login-shut`.
 */
export function mayTry(
  state: LockoutState,
  browser: Browser,
  now: Date,
): Verdict<LockoutState, 'login-locked' | 'login-shut'> {
  if (browser === 'unknown' && state.failures >= shutAfterFailures) return fail('login-shut');
  if (state.lockedUntil && state.lockedUntil > now) {
    return fail('login-locked', { seconds: Math.ceil((state.lockedUntil.getTime() - now.getTime()) / 1000) });
  }
  const forgotten = state.lastTryAt !== null && now.getTime() - state.lastTryAt.getTime() >= forgetAfterMs;
  return pass(forgotten ? noFailures : state);
}

/** The counter after a wrong password; `state` is what `mayTry` gave for the same `now`. */
export function afterFailure(state: LockoutState, policy: LockoutPolicy, now: Date): LockoutState {
  const failures = state.failures + 1;
  const seconds = lockSeconds(failures, policy);
  return { failures, lastTryAt: now, lockedUntil: seconds === 0 ? null : new Date(now.getTime() + seconds * 1000) };
}

/**
 * The counter when one of its failures was none after all: the password was right and a second factor is still to come. It is
 * not a success, so the failures before stay. `failuresThen` is the count with that one; where others failed meanwhile, the
 * lock is that of those that are left.
 */
export function withoutOneFailure(state: LockoutState, failuresThen: number, policy: LockoutPolicy): LockoutState {
  const failures = Math.max(0, state.failures - 1);
  const seconds = state.failures === failuresThen || failures === 0 ? 0 : lockSeconds(failures, policy);
  const since = state.lastTryAt?.getTime() ?? 0;
  return { ...state, failures, lockedUntil: seconds === 0 ? null : new Date(since + seconds * 1000) };
}

/** Of a guesser who tries whenever it is allowed, how many guesses are looked at within so many seconds. */
export function guessesWithin(seconds: number, policy: LockoutPolicy): number {
  let guesses = 0;
  for (let passed = 0; passed < seconds && guesses < shutAfterFailures; passed += lockSeconds(guesses, policy))
    guesses += 1;
  return guesses;
}

/** How long the account is locked after the n-th failure in a row, in seconds; 0 is not at all. */
export function lockSeconds(failures: number, policy: LockoutPolicy): number {
  if (policy.kind === 'fixed') return failures > 0 && failures % policy.after === 0 ? policy.seconds : 0;
  return failures < policy.after
    ? 0
    : Math.min(policy.maxSeconds, policy.firstSeconds * 2 ** (failures - policy.after));
}
