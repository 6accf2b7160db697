import { addDays, addMonths } from './civil.ts';
import type { Row } from './table.ts';

/**
 * Whether a month (`2021-10`) is closed on a civil day of the same zone: `closingDays` whole days after its end (decisions.md "Counters").
 */
export function isClosed(month: string, today: string, closingDays: number): boolean {
  return today >= addDays(`${addMonths(month, 1)}-01`, closingDays);
}

/** What came after a month was closed, by ordinal; its line stands in the month of arrival. */
export type Adjustment = { span: string; ofMonth: string; inMonth: string; usage: (number | null)[] };

/** A closed month as it was left, null where it had no reading by then, and the sum of its adjustments so far. */
export type Closed = { usage: readonly (number | null)[] | null; adjusted: readonly (number | null)[] };

/**
 * What a closed month lacks of what any order of arrival would have given; null when nothing. Closed month and adjustments
 * together are always that.
 */
export function adjustmentOf(derived: Row, closed: Closed, inMonth: string): Adjustment | null {
  const length = Math.max(derived.usage.length, closed.usage?.length ?? 0, closed.adjusted.length);
  const usage = Array.from({ length }, (_, ordinal) => {
    const told = (closed.usage?.[ordinal] ?? 0) + (closed.adjusted[ordinal] ?? 0);
    return (derived.usage[ordinal] ?? 0) - told || null;
  });
  if (usage.every((one) => one === null)) return null;
  return { span: derived.span, ofMonth: derived.period, inMonth, usage };
}
