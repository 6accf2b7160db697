import { addDays, addMonths, monthOf } from '../counters/civil.ts';
import { civilDay } from '../site/civil-day.ts';
import { instantOfCivil } from '../site/civil-time.ts';
import { lastDay, type ReportDay } from './choices.ts';

/** From this time of the day on, in the reporting zone: before people begin to work. */
export const reportTime = '07:00';
/** A report has this many months: the one before it is mailed, and those before that. */
export const monthsShown = 4;
/** What could not be mailed for so many months is made up for; what is older is history. */
export const monthsMadeUpMax = 12;

/** One report that was or is to be mailed: in which month, about which, and from when on. */
export type Mailing = { inMonth: string; ofMonth: string; dueAt: Date };

/**
 * The report that is mailed in a month (`2026-11`) on a day of it, about the whole month before (C-13).
 * @throws when the zone has no such day, which no zone does.
 */
export function mailingIn(inMonth: string, day: ReportDay, timeZone: string): Mailing {
  const civil =
    day === lastDay ? addDays(`${addMonths(inMonth, 1)}-01`, -1) : `${inMonth}-${String(day).padStart(2, '0')}`;
  const at = instantOfCivil(`${civil}T${reportTime}`, timeZone);
  if (!at.ok) throw new Error(`${civil} has no ${reportTime} in ${timeZone}`);
  return { inMonth, ofMonth: addMonths(inMonth, -1), dueAt: at.value };
}

/** Every report whose day has come by `now`, the oldest first; whose it is and what was mailed already is for the caller to ask. */
export function mailingsUntil(now: Date, day: ReportDay, timeZone: string): Mailing[] {
  const month = monthOf(civilDay(now, timeZone));
  const months = Array.from({ length: monthsMadeUpMax }, (_, at) => addMonths(month, at + 1 - monthsMadeUpMax));
  return months.map((one) => mailingIn(one, day, timeZone)).filter(({ dueAt }) => dueAt <= now);
}

/**
 * The next report of somebody who gets them since `since` and was mailed those of `mailed` (months in which that was); one whose day is past
 * comes at once.
 */
export function nextMailing(
  now: Date,
  { day, since, mailed }: { day: ReportDay; since: Date; mailed: readonly string[] },
  timeZone: string,
): Mailing {
  const open = mailingsUntil(now, day, timeZone).find(
    ({ inMonth, dueAt }) => dueAt > since && !mailed.includes(inMonth),
  );
  if (open) return open;
  let inMonth = monthOf(civilDay(now, timeZone));
  while (mailed.includes(inMonth) || mailingIn(inMonth, day, timeZone).dueAt <= now) inMonth = addMonths(inMonth, 1);
  return mailingIn(inMonth, day, timeZone);
}

/** The month of a report that is asked for just now: the last that is over. */
export function lastWholeMonth(now: Date, timeZone: string): string {
  return addMonths(monthOf(civilDay(now, timeZone)), -1);
}
