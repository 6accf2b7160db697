import type { Measured } from './reading.ts';

export const minuteMs = 60_000;

/** A message by its time (milliseconds since 1970) and its values, without those that cannot be. */
export type Sample = { timeMs: number; measured: Measured };

/** What is kept of one metric over a span; null for a metric without any value in it: a gap is a gap, not zero. */
export type Span = { count: number; mean: number; low: number; high: number; first: number; last: number } | null;

/** One span for each ordinal. */
export type RollUp = Span[];
export type Minute = { timeMs: number; spans: RollUp };

/**
 * Rolls messages up to whole minutes of UTC, in the order of time; the order in which they are given changes nothing. Late messages
 * are rolled up together with those that were there before: the whole span anew, never added on.
 */
export function rollUpMinutes(samples: readonly Sample[]): Minute[] {
  const byTime = samples.toSorted((a, b) => a.timeMs - b.timeMs);
  const minutes = Map.groupBy(byTime, ({ timeMs }) => Math.floor(timeMs / minuteMs) * minuteMs);
  return [...minutes].map(([timeMs, inIt]) => ({
    timeMs,
    spans: spansOf(inIt.map(({ measured }) => measured.map(spanOf))),
  }));
}

/**
 * Rolls minutes up to one day, or to any other span. Every minute weighs the same, however many messages it had; `count` is how many
 * minutes have a value.
 */
export function rollUpDay(minutes: readonly Minute[]): RollUp {
  const byTime = minutes.toSorted((a, b) => a.timeMs - b.timeMs);
  return spansOf(byTime.map(({ spans }) => spans.map((span) => span && { ...span, count: 1 })));
}

/** A message without the values that are marked, as those count for nothing. */
export function withoutMarked(measured: Measured, marks: readonly number[] | null): Measured {
  return marks ? measured.map((value, ordinal) => (marks.includes(ordinal) ? null : value)) : measured;
}

function spanOf(value: number | null): Span {
  return value === null ? null : { count: 1, mean: value, low: value, high: value, first: value, last: value };
}

function spansOf(rows: readonly RollUp[]): RollUp {
  const length = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length }, (_, ordinal) => joined(rows.map((row) => row[ordinal] ?? null)));
}

/** Spans in the order of time as one. */
function joined(spans: readonly Span[]): Span {
  const there = spans.filter((span) => span !== null);
  const [first] = there;
  const last = there.at(-1);
  if (!first || !last) return null;
  const count = there.reduce((sum, span) => sum + span.count, 0);
  const mean = there.reduce((sum, span) => sum + span.mean * (span.count / count), 0);
  const low = there.reduce((least, span) => Math.min(least, span.low), Infinity);
  const high = there.reduce((most, span) => Math.max(most, span.high), -Infinity);
  return { count, mean, low, high, first: first.first, last: last.last };
}
