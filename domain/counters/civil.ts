import { civilDay } from '../site/civil-day.ts';

/** From `fromMs` on (milliseconds since 1970) days are cut in `timeZone`; the first piece holds before as well. */
export type ZonePiece = { fromMs: number; timeZone: string };

/** The civil day of an instant; a change of zone never cuts anew what was before it (decisions.md "Time and jobs"). */
export function dayAt(zones: readonly ZonePiece[], timeMs: number): string {
  const piece = zones.findLast(({ fromMs }) => fromMs <= timeMs) ?? zones[0];
  if (!piece) throw new Error('days need a time zone');
  return civilDay(new Date(timeMs), piece.timeZone);
}

const dayMs = 86_400_000;

/** The day so many days later, or before; days as `2021-11-01`. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);
}

/** The month so many months later, or before; months as `2021-11`. */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const since = year * 12 + number - 1 + count;
  return `${String(Math.floor(since / 12)).padStart(4, '0')}-${String((since % 12) + 1).padStart(2, '0')}`;
}

export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** The period before a day or a month. */
export function periodBefore(period: string): string {
  return period.length === 7 ? addMonths(period, -1) : addDays(period, -1);
}
