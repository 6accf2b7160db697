import { Temporal } from 'temporal-polyfill';
import { fail, pass, type Verdict } from '../verdict.ts';
import { addDays, addMonths, monthOf } from './civil.ts';
import type { PeriodCode } from './codes.ts';

/** Both ends included (C-04). */
export const monthsMax = 12;
export const daysMonthsMax = 3;

export const periodUnits = ['month', 'day'] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/** `from` and `to` are in it; `2021-08` or `2021-08-01`. */
export type Asked = { by: PeriodUnit; from: string; to: string };
export type PeriodFault = { field: 'from' | 'to'; code: PeriodCode; params?: Record<string, string | number> };

/** What is there to be asked for: today in the reporting zone, and the first day and month that are kept. */
export type Kept = { today: string; firstDay: string; firstMonth: string };

const shapes = { month: /^\d{4}-\d{2}$/, day: /^\d{4}-\d{2}-\d{2}$/ };

/**
 * Checks the periods of a question (C-04): at most 12 months counted inclusive; in days, `to` at most `from` + 3 months − 1 day. What is wrong is told
 * at its field, each thing by itself.
 */
export function checkPeriods({ by, from, to }: Asked, kept: Kept): PeriodFault[] {
  const unreadable = (['from', 'to'] as const).filter((field) => !isPeriod(by, field === 'from' ? from : to));
  if (unreadable.length > 0) return unreadable.map((field) => ({ field, code: 'period-unreadable' }));
  const now = by === 'month' ? monthOf(kept.today) : kept.today;
  const first = by === 'month' ? kept.firstMonth : kept.firstDay;
  const faults: PeriodFault[] = [];
  if (from > now) faults.push({ field: 'from', code: 'period-future' });
  else if (from < first) faults.push({ field: 'from', code: 'period-before-kept', params: { first } });
  if (to < from) return [...faults, { field: 'to', code: 'period-backwards' }];
  if (by === 'month' && to > addMonths(from, monthsMax - 1))
    faults.push({ field: 'to', code: 'months-many', params: { max: monthsMax, last: addMonths(from, monthsMax - 1) } });
  if (by === 'day' && to > lastDayFor(from))
    faults.push({ field: 'to', code: 'days-many', params: { max: daysMonthsMax, last: lastDayFor(from) } });
  return faults;
}

/** The last day that can be asked for together with this one: three months on, less one day. */
export function lastDayFor(from: string): string {
  return Temporal.PlainDate.from(from).add({ months: daysMonthsMax }).subtract({ days: 1 }).toString();
}

function isPeriod(by: PeriodUnit, text: string): boolean {
  if (!shapes[by].test(text)) return false;
  try {
    Temporal.PlainDate.from(by === 'month' ? `${text}-01` : text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** Every period from the first to the last, rising. */
export function periodsFrom({ by, from, to }: Asked): string[] {
  const found: string[] = [];
  for (let at = from; at <= to; at = by === 'month' ? addMonths(at, 1) : addDays(at, 1)) found.push(at);
  return found;
}

/** One period, asked for by itself (C-07). */
export function readPeriod(by: PeriodUnit, text: string): Verdict<string, 'period-unreadable'> {
  return isPeriod(by, text) ? pass(text) : fail('period-unreadable');
}

/** What the form begins with: months, this one and the three before. */
export function firstQuestion(today: string): Asked {
  return { by: 'month', from: addMonths(monthOf(today), -3), to: monthOf(today) };
}

/** What the form goes on with by day: the running month so far. */
export function firstDays(today: string): Asked {
  return { by: 'day', from: `${monthOf(today)}-01`, to: today };
}

/** The days of a month, as far as they have begun (C-05: a month leads to its days). */
export function daysOf(month: string, today: string): Asked {
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  return { by: 'day', from: `${month}-01`, to: last < today ? last : today };
}

type Keep = { dayMonths: number; paperDayMonths: number; years: number };

/** The first day and month that are kept on a day, and the first day that has sizes of paper (C-08). */
export function keptOn(today: string, { dayMonths, paperDayMonths, years }: Keep): Kept & { firstPaperDay: string } {
  const back = (months: number) => `${addMonths(monthOf(today), -months)}-01`;
  const paper = Temporal.PlainDate.from(today).subtract({ months: paperDayMonths }).add({ days: 1 });
  return {
    today,
    firstDay: back(dayMonths),
    firstMonth: monthOf(back(years * 12)),
    firstPaperDay: paper.toString(),
  };
}
