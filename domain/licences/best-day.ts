import { addMonths, monthOf } from '../counters/civil.ts';
import { datesOf, firstOf, type LicenceDates } from './terms.ts';

const dayMs = 86_400_000;

/** What a licence assigned on a day does to a camera that is licensed until its present last day. */
export type RenewalEffect = {
  /** Days that are paid or free already and count twice. */
  lostDays: number;
  /** Days that nobody pays for. */
  wonDays: number;
  /** Days after the present last one on which the camera has no licence. */
  uncoveredDays: number;
};

/**
 * Days lost or won when a licence is assigned on `day` (civil, `2026-11-20`) to renew one that ends with `lastDay` (L-06): lost are the days from the end of
 * the new free period to the old last day, won is the other way. From the month before the expiry month on nothing is lost.
 */
export function renewalEffect(lastDay: string, day: string): RenewalEffect {
  const { freeUntil } = datesOf(day, 1);
  const ahead = daysBetween(lastDay, freeUntil);
  const uncoveredDays = Math.max(0, daysBetween(lastDay, day) - 1);
  return { lostDays: Math.max(0, -ahead), wonDays: Math.max(0, ahead - uncoveredDays), uncoveredDays };
}

/** The dates of each term for an assignment on `day`, and what they do to a licence that ends with `lastDay` (L-06). */
export function renewalsOn(
  lastDay: string,
  day: string,
  termsMonths: readonly number[],
): (LicenceDates & RenewalEffect & { termMonths: number })[] {
  const effect = renewalEffect(lastDay, day);
  return termsMonths.map((termMonths) => ({ termMonths, ...datesOf(day, termMonths), ...effect }));
}

/**
 * The best day on which to assign what renews a licence that ends with `lastDay`, from `today` on (L-06): the first day of the expiry month; any day in that
 * month wins a whole month, and later ones leave the camera without a licence.
 */
export function bestDay(lastDay: string, today: string): string {
  const first = firstOf(lastDay);
  return today > first ? today : first;
}

/** The first day on which an assignment that renews a licence ending with `lastDay` loses nothing (L-06). */
export function losesNothingFrom(lastDay: string): string {
  return firstOf(addMonths(monthOf(lastDay), -1));
}

function daysBetween(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / dayMs;
}
