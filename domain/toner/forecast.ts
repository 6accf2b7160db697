import { addDays } from '../counters/civil.ts';
import type { UnknownReason } from './codes.ts';
import type { Trend } from './trend.ts';

/** Further ahead nobody can see. */
export const daysAheadMax = 730;

/** The civil day on which a supply will be empty, usually, and with use as in fast and slow weeks; or why nobody can say. */
export type Forecast =
  | { kind: 'day'; day: string; earliest: string; latest: string | null }
  | { kind: 'unknown'; reason: UnknownReason };

type Known = { level: number | null; /** The civil day of that level. */ day: string; rates: Trend['rates'] };

/**
 * When a supply will be empty (C-12), from its level in per cent of a full one and from how fast it is used up. `latest` is null where slow weeks use nothing,
 * or so little that nobody can see so far.
 */
export function forecastOf({ level, day, rates }: Known): Forecast {
  if (level === null) return { kind: 'unknown', reason: 'no-level' };
  if (level <= 0) return { kind: 'day', day, earliest: day, latest: day };
  if (!rates) return { kind: 'unknown', reason: 'few-days' };
  if (rates.usual <= 0) return { kind: 'unknown', reason: 'no-use' };
  const usual = level / rates.usual;
  if (usual > daysAheadMax) return { kind: 'unknown', reason: 'far' };
  const slow = rates.slow > 0 ? level / rates.slow : Infinity;
  return {
    kind: 'day',
    day: addDays(day, Math.floor(usual)),
    earliest: addDays(day, Math.floor(level / rates.fast)),
    latest: slow > daysAheadMax ? null : addDays(day, Math.floor(slow)),
  };
}
