import { Temporal } from 'temporal-polyfill';
import type { OrganizationKind } from './permissions.ts';
import { handedProofs, type AccountPolicy, type PasswordExpiry } from './policy.ts';
import { proofEnds } from './proofs.ts';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * When a password that was set at `changedAt` expires: days are 24 h each; months lead to the same time of day in the site's
 * time zone, on the last day of the month where the day does not exist (details.md, "table, expiry").
 */
export function passwordExpires(changedAt: Date, { after }: PasswordExpiry, timeZone: string): Date {
  if ('days' in after) return new Date(changedAt.getTime() + after.days * dayMs);
  const local = Temporal.Instant.fromEpochMilliseconds(changedAt.getTime()).toZonedDateTimeISO(timeZone);
  return new Date(local.add({ months: after.months }, { overflow: 'constrain' }).epochMilliseconds);
}

/** `warned` carries the whole days that are left, the running one counted; it is told at each login. */
export type PasswordAge = { state: 'good' } | { state: 'warned'; daysLeft: number } | { state: 'expired' };

/** How old a password is; null is the policy of a site whose passwords never expire. */
export function passwordAge(changedAt: Date, expiry: PasswordExpiry | null, timeZone: string, now: Date): PasswordAge {
  if (!expiry) return { state: 'good' };
  const left = passwordExpires(changedAt, expiry, timeZone).getTime() - now.getTime();
  if (left <= 0) return { state: 'expired' };
  const daysLeft = Math.ceil(left / dayMs);
  return daysLeft <= expiry.warnDays ? { state: 'warned', daysLeft } : { state: 'good' };
}

/** `initial` is a password that somebody else chose and handed over. */
export type PasswordFacts = { changedAt: Date; initial: boolean; kind: OrganizationKind };

/**
 * What a password is still good for: `change` logs in and is changed before anything else; with `reset` only a mailed
 * reset helps.
 */
export type PasswordState =
  | { state: 'good' }
  | { state: 'warned'; daysLeft: number }
  | { state: 'change' }
  | { state: 'reset' };

/** Judges a password by its age and by who set it (P-12). An initial one is good for its life, to be changed with it. */
export function passwordState(
  { changedAt, initial, kind }: PasswordFacts,
  { passwordExpiry, signUps }: AccountPolicy,
  timeZone: string,
  now: Date,
): PasswordState {
  if (initial) {
    const policy = signUps.find((one) => one.organization === kind && handedProofs(one).includes('initial'));
    const isOver = policy && proofEnds(policy.proof.life, changedAt, timeZone) <= now;
    return { state: isOver ? 'reset' : 'change' };
  }
  const age = passwordAge(changedAt, passwordExpiry, timeZone, now);
  if (age.state !== 'expired') return age;
  return { state: passwordExpiry?.expired === 'reset-by-mail' ? 'reset' : 'change' };
}
