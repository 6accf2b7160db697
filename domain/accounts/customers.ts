import { civilOfInstant, startOfDay } from '../site/civil-time.ts';

/**
 * How far the account has come that a dealer made for a customer (L-01): `invited`, no password yet; `temporary`, that of who made
 * it; `unproved`, one of their own, but no link to the address was used; `proved`.
 */
export const customerStates = ['invited', 'temporary', 'unproved', 'proved'] as const;
export type CustomerState = (typeof customerStates)[number];

/** Whether the dealer itself may correct the address (details.md, L-01), or why not. */
export const correctionVerdicts = ['open', 'proved', 'own-password', 'in-use'] as const;
export type CorrectionVerdict = (typeof correctionVerdicts)[number];

/**
 * Judges whether a dealer may correct a customer's address: only while nobody has shown that it is right, nobody keeps the account
 * with a password of their own, and nothing was given to it.
 * @param inUse whether something was given to the customer, e.g. licences.
 */
export function judgeCorrection(
  { state, mailProved }: { state: CustomerState; mailProved: boolean },
  inUse: boolean,
): CorrectionVerdict {
  if (mailProved) return 'proved';
  if (state === 'unproved') return 'own-password';
  return inUse ? 'in-use' : 'open';
}

const dayMs = 86_400_000;
/** When on its day a reminder goes out, where the site is. */
const remindedAt = '09:00';

/**
 * Temporary passwords set before this instant have been in use for so many civil days, and it is 9 o'clock of the last of them or
 * later where the site is: who set them is reminded of the hand-over (details.md, L-09).
 */
export function handOverDueBefore(days: number, timeZone: string, now: Date): Date {
  const [today = '', time = ''] = civilOfInstant(now, timeZone).split('T');
  const since = Date.parse(`${today}T00:00:00Z`) - (time < remindedAt ? dayMs : 0) - (days - 1) * dayMs;
  return startOfDay(new Date(since).toISOString().slice(0, 10), timeZone);
}
