import { civilDayAt, datesOf, expiresAt } from '../../../domain/licences/terms.ts';
import type { Site } from '../../kernel/app.ts';

export type AssignmentDates = {
  assignedOn: string;
  freeUntil: string;
  paidFrom: string;
  lastDay: string;
  expiresAt: Date;
};

/** The dates of a licence that is assigned at this moment, or on another day, where the site is (L-04). */
export function assignmentDates({ timeZone }: Site, termMonths: number, when: Date | string): AssignmentDates {
  const assignedOn = typeof when === 'string' ? when : civilDayAt(when, timeZone);
  const { freeUntil, paidFrom, lastDay } = datesOf(assignedOn, termMonths);
  return { assignedOn, freeUntil, paidFrom, lastDay, expiresAt: expiresAt(lastDay, timeZone) };
}
