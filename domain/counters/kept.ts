import type { Reading } from './entries.ts';
import { standBefore, stepsOf, type Said, type Stand } from './steps.ts';
import type { Start } from './table.ts';

/**
 * The base that stays when everything before `cutMs` is dropped: where each counter stood there, so that no later period ever becomes the
 * first (C-08). Null while readings after it may still change what was before.
 */
export function baseAt(
  cutMs: number,
  counters: number,
  { readings, said }: { readings: readonly Reading[]; said: Said },
  start: Start | null,
): Start | null {
  const stands: (Stand | null)[] = [];
  for (let ordinal = 0; ordinal < counters; ordinal += 1) {
    const samples = readings.flatMap(({ timeMs, values }) => {
      const value = values[ordinal] ?? null;
      return value === null ? [] : [{ timeMs, value }];
    });
    const before = start?.stands[ordinal] ?? null;
    const stand = standBefore(cutMs, stepsOf(samples, said, before), said, before);
    if (stand === undefined) return null;
    stands.push(stand);
  }
  return { atMs: cutMs, stands, month: null };
}
