import { fail, pass, type Verdict } from '../verdict.ts';

/** Civil days, both counted in; null leaves that side open (K-06). */
export type DayRange = { from: string | null; to: string | null };
export type DayRangeFault = { field: 'from' | 'to'; code: 'day' | 'from-after-to' };

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const yearMin = 1900;

/** Reads a civil day as ISO 8601 writes it, e.g. `2026-11-01`; blanks are nothing. */
export function readDay(text: string): Verdict<string | null, 'day'> {
  const typed = text.trim();
  if (typed === '') return pass(null);
  const [, year, month, day] = dayPattern.exec(typed) ?? [];
  if (!year || Number(year) < yearMin) return fail('day');
  // The calendar turns 30 February into a day of March.
  const found = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return found.toISOString().startsWith(typed) ? pass(typed) : fail('day');
}

/** Reads "from" and "to" of a report; every fault at its field. */
export function readDayRange(typed: {
  from?: string | undefined;
  to?: string | undefined;
}): { ok: true; value: DayRange } | { ok: false; faults: DayRangeFault[] } {
  const from = readDay(typed.from ?? '');
  const to = readDay(typed.to ?? '');
  if (from.ok && to.ok) {
    const turned = from.value !== null && to.value !== null && from.value > to.value;
    if (turned) return { ok: false, faults: [{ field: 'to', code: 'from-after-to' }] };
    return { ok: true, value: { from: from.value, to: to.value } };
  }
  const faults: DayRangeFault[] = [];
  if (!from.ok) faults.push({ field: 'from', code: 'day' });
  if (!to.ok) faults.push({ field: 'to', code: 'day' });
  return { ok: false, faults };
}
