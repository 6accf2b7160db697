import type { MetricTable } from './decode.ts';
import type { Measured, Reading } from './reading.ts';

/** Marks values of metrics that only grow and have fallen since the reading before (E-08); a gap between is no fall. */
export function markFalls({ cumulative }: MetricTable, before: Measured, reading: Reading): Reading {
  const fallen = cumulative.filter((ordinal) => {
    const value = reading.measured[ordinal] ?? null;
    const last = before[ordinal] ?? null;
    return value !== null && last !== null && value < last;
  });
  if (fallen.length === 0) return reading;
  return { ...reading, marks: [...new Set([...(reading.marks ?? []), ...fallen])].toSorted((a, b) => a - b) };
}
