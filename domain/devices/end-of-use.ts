import { readDay } from '../exports/day-range.ts';
import { fail, pass, type Verdict } from '../verdict.ts';

/** What becomes of a report that a device is out of use (U-06). */
export const endDecisions = ['set', 'declined', 'withdrawn'] as const;
export type EndDecision = (typeof endDecisions)[number];

/**
 * Reads the day on which a device went out of use: a civil day, not after `today` and not before its date of purchase.
 * @returns the day as `2026-11-01`, or a code as `<capability>/<code>`.
 */
export function readEndDay(typed: string, today: string, purchasedOn: string | null): Verdict<string> {
  if (typed.trim() === '') return fail('identifiers/required');
  const day = readDay(typed.trim());
  if (!day.ok || day.value === null) return fail('devices/day');
  if (day.value > today) return fail('devices/ended-in-future');
  if (purchasedOn !== null && day.value < purchasedOn) return fail('devices/ended-before-purchase', { purchasedOn });
  return pass(day.value);
}
