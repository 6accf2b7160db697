import { checkPeriod, periodCodes, type Period, type PeriodFault } from './period.ts';

export const noticeKinds = ['normal', 'important'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

const noticeDaysMax = 731;
const windowDaysMax = 14;

/** Faults at the fields of a notice or a maintenance window, and what is refused because of its state. */
export const noticeCodes = [...periodCodes, 'shown-already', 'over', 'not-shown-yet'] as const;
export const maintenanceCodes = [
  'overlaps',
  'too-many-planned',
  'window-over',
  'running-already',
  'not-running',
] as const;

/** A notice may be shown at once, so its beginning may lie a little back; its end may not (P-04). */
export function checkNoticePeriod(period: Period, now: Date, before: Period | null = null): PeriodFault[] {
  return checkPeriod(period, { now, before, daysMax: noticeDaysMax, mayStartInThePast: true });
}

/** A maintenance window is announced before it begins: one in the past is a mistake (P-04). */
export function checkWindowPeriod(period: Period, now: Date, before: Period | null = null): PeriodFault[] {
  return checkPeriod(period, { now, before, daysMax: windowDaysMax, mayStartInThePast: false });
}

/** Whether two windows share an instant; one may begin when the other ends. */
export function overlap(one: Period, other: Period): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}
