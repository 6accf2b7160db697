import { fail, pass, type Verdict } from '../verdict.ts';
import type { SessionPolicy } from './policy.ts';

export type SessionFacts = { startedAt: Date; lastUsedAt: Date };

/**
 * Whether a session still counts. At exactly the limit it is over.
 * @returns the instant at which it ends when nobody uses it any more.
 */
export function checkSession(
  { startedAt, lastUsedAt }: SessionFacts,
  policy: SessionPolicy,
  now: Date,
): Verdict<Date, 'session-idle' | 'session-over'> {
  const idleEnd = lastUsedAt.getTime() + policy.idleMinutes * 60_000;
  const end = startedAt.getTime() + policy.totalHours * 3_600_000;
  if (now.getTime() >= end) return fail('session-over', { hours: policy.totalHours });
  if (now.getTime() >= idleEnd) return fail('session-idle', { minutes: policy.idleMinutes });
  return pass(new Date(Math.min(idleEnd, end)));
}
