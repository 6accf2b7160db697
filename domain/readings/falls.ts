import type { Measured, Metric, Reading } from './reading.ts';

/** Whether a model has metrics that only grow, so that it is worth looking what was there before. */
export function hasCumulative(metrics: readonly Metric[]): boolean {
  return metrics.some(({ cumulative }) => cumulative);
}

/** Marks values of metrics that only grow and have fallen since the reading before (E-08); a gap between is no fall. */
export function markFalls(metrics: readonly Metric[], before: Measured, reading: Reading): Reading {
  const fallen = reading.measured.flatMap((value, ordinal) => {
    const last = before[ordinal] ?? null;
    return metrics[ordinal]?.cumulative && value !== null && last !== null && value < last ? [ordinal] : [];
  });
  if (fallen.length === 0) return reading;
  return { ...reading, marks: [...new Set([...(reading.marks ?? []), ...fallen])].toSorted((a, b) => a - b) };
}
