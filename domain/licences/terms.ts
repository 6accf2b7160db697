import { Temporal } from 'temporal-polyfill';
import { addDays, addMonths, monthOf } from '../counters/civil.ts';
import { civilDay } from '../site/civil-day.ts';

/** The civil dates of a licence, as `2026-11-20`, in the site's zone (L-04). */
export type LicenceDates = {
  assignedOn: string;
  /** The last day of the free period: the end of the month after that of the assignment. */
  freeUntil: string;
  /** The first day of the bought term. */
  paidFrom: string;
  /** The last day on which it holds, always the last of a month. */
  lastDay: string;
};

/** The dates of a licence assigned on a civil day for a bought term in whole months (L-04). */
export function datesOf(assignedOn: string, termMonths: number): LicenceDates {
  const paidMonth = addMonths(monthOf(assignedOn), 2);
  const endMonth = addMonths(paidMonth, termMonths);
  return {
    assignedOn,
    freeUntil: addDays(firstOf(paidMonth), -1),
    paidFrom: firstOf(paidMonth),
    lastDay: addDays(firstOf(endMonth), -1),
  };
}

/** The moment at which a licence is over: the beginning of the day after its last one, in the site's zone (L-04). */
export function expiresAt(lastDay: string, timeZone: string): Date {
  const start = Temporal.PlainDate.from(addDays(lastDay, 1)).toZonedDateTime(timeZone);
  return new Date(start.epochMilliseconds);
}

/** The civil day of an instant in the site's zone: the day of an assignment is that of its commit (L-04). */
export function civilDayAt(instant: Date, timeZone: string): string {
  return civilDay(instant, timeZone);
}

/** The first day of the month of a day, or of a month as `2026-11`. */
export function firstOf(dayOrMonth: string): string {
  return `${monthOf(dayOrMonth)}-01`;
}
