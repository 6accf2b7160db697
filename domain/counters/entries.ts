import type { Said } from './steps.ts';

/** Values by the ordinal of the model's counters; null or past the end where there is none. */
export type Counted = readonly (number | null)[];

/**
 * What stands in the ledger of a device, which only grows. `reported`: a reading of the device; `reset`, `board`: what it said of its
 * counters; `correction`: what an operator found a reading to have been; `withdrawal`: counters whose reading of that time counts for
 * nothing.
 */
export const entryCauses = ['reported', 'reset', 'board', 'correction', 'withdrawal', 'opening', 'base'] as const;
export type EntryCause = (typeof entryCauses)[number];

/** `number` rises with each entry; only among corrections of the same instant it matters. */
export type Entry = { number: number; timeMs: number; cause: EntryCause; values: Counted };

/** One reading for each instant, in the order of time. */
export type Reading = { timeMs: number; values: Counted };

/**
 * Reads the entries of a ledger, in whatever order they came and however often. Of two values for one instant the larger counts, so that
 * the order of arrival decides nothing; the last correction of an instant stands above both.
 */
export function readEntries(entries: readonly Entry[]): { readings: Reading[]; said: Said } {
  const at = new Map<number, (number | null)[]>();
  const place = (timeMs: number) => {
    const known = at.get(timeMs) ?? [];
    at.set(timeMs, known);
    return known;
  };
  for (const { timeMs, cause, values } of entries)
    if (cause === 'reported')
      overlay(place(timeMs), values, (old, value) => (old === null ? value : Math.max(old, value)));
  const later = entries.filter(({ cause }) => cause === 'correction' || cause === 'withdrawal');
  for (const { timeMs, cause, values } of later.toSorted((a, b) => a.number - b.number))
    overlay(place(timeMs), values, (_old, value) => (cause === 'correction' ? value : null));
  const readings = [...at].map(([timeMs, values]) => ({ timeMs, values }));
  return { readings: readings.toSorted((a, b) => a.timeMs - b.timeMs), said: saidIn(entries) };
}

function overlay(
  onto: (number | null)[],
  values: Counted,
  join: (old: number | null, value: number) => number | null,
): void {
  for (const [ordinal, value] of values.entries()) {
    while (onto.length <= ordinal) onto.push(null);
    if (value !== null) onto[ordinal] = join(onto[ordinal] ?? null, value);
  }
}

function saidIn(entries: readonly Entry[]): Said {
  const times = (wanted: EntryCause) =>
    [...new Set(entries.flatMap(({ cause, timeMs }) => (cause === wanted ? [timeMs] : [])))].toSorted((a, b) => a - b);
  return { resets: times('reset'), boards: times('board') };
}
