import { addDays } from '../counters/civil.ts';

/** How a supply stood at the end of a civil day (`2026-11-01`), and the most and the first of that day, in per cent of a full one. */
export type DayLevel = { day: string; first: number; last: number; most: number };

/**
 * How fast a supply is used up, in per cent of a full one a day: usually, and in slow and in fast weeks. Without these as long as there
 * are too few days.
 */
export type Trend = {
  days: number;
  rates: { usual: number; slow: number; fast: number } | null;
  /** The last day on which a new one was put in. */
  refilledOn: string | null;
};

export const trendDays = 30;
export const daysMin = 7;
/** So much at once is a new cartridge (decisions.md). */
export const refillRise = 30;
const weekDays = 7;
const knownDaysMin = 4;
const slowShare = 0.1;
const fastShare = 0.9;

/** Whether a level rose so much that a new supply must have been put in. */
export function isRefill(before: number, after: number): boolean {
  return after - before >= refillRise;
}

/**
 * The trend out of the days up to the newest one, in rising order; days without reports are left out.
 *
 * Method: each fall is spread over the days since the level before, the falls of each seven days in a row within the last thirty are averaged, and
 * of these weeks the median and the 10th and 90th percentiles are taken (a median of slopes, after Sen 1968; quantiles by Hyndman and Fan 1996,
 * type 7). Single days would not do: levels come in whole per cent, so that most days of an office fall by nothing at all. A rise of 30
 * points is a new cartridge; what was used up that day nobody knows.
 */
export function trendOf(levels: readonly DayLevel[]): Trend {
  const newest = levels.at(-1);
  if (!newest) return { days: 0, rates: null, refilledOn: null };
  const from = addDays(newest.day, 1 - trendDays);
  const falls = levels.flatMap((level, at) => fallsTo(level, levels[at - 1], from));
  const weeks = weeksOf(falls).toSorted((a, b) => a - b);
  const rates =
    falls.length < daysMin || weeks.length === 0
      ? null
      : { usual: quantile(weeks, 0.5), slow: quantile(weeks, slowShare), fast: quantile(weeks, fastShare) };
  const refilled = levels.findLast((level, at) => isRefill((levels[at - 1] ?? first(level)).last, level.most));
  return { days: falls.length, rates, refilledOn: refilled?.day ?? null };
}

/** A day by itself began at its first level. */
function first(level: DayLevel): DayLevel {
  return { ...level, last: level.first };
}

/** The fall of each day since the level before, as far as it lies in the days that count; null where a new supply was put in. */
function fallsTo(level: DayLevel, before: DayLevel | undefined, from: string): (number | null)[] {
  const days = before ? daysBetween(before.day, level.day) : 1;
  const start = (before ?? first(level)).last;
  const fall = isRefill(start, level.most) ? null : (start - level.last) / days;
  const counted = Math.min(days, daysBetween(from, level.day) + 1);
  return Array.from({ length: Math.max(0, counted) }, () => fall);
}

function weeksOf(falls: readonly (number | null)[]): number[] {
  return falls.flatMap((_, at) => {
    const week = falls.slice(at, at + weekDays);
    const known = week.filter((fall) => fall !== null);
    if (week.length < weekDays || known.length < knownDaysMin) return [];
    return [Math.max(0, known.reduce((sum, fall) => sum + fall, 0) / known.length)];
  });
}

/** Between the values of a rising list, at a share of its way. */
function quantile(rising: readonly number[], share: number): number {
  const place = (rising.length - 1) * share;
  const [below, above] = [rising[Math.floor(place)] ?? 0, rising[Math.ceil(place)] ?? 0];
  return below + (above - below) * (place - Math.floor(place));
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
