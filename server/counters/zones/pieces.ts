import { addDays, dayAt, type ZonePiece } from '../../../domain/counters/civil.ts';
import { instantOfCivil } from '../../../domain/site/civil-time.ts';

/** When the day ends that runs at `now`, as days are cut by these pieces. */
export function nextMidnight(pieces: readonly ZonePiece[], now: Date): number {
  const tomorrow = addDays(dayAt(pieces, now.getTime()), 1);
  const timeZone = (pieces.findLast(({ fromMs }) => fromMs <= now.getTime()) ?? pieces[0])?.timeZone ?? 'UTC';
  const start = instantOfCivil(`${tomorrow}T00:00`, timeZone);
  return start.ok ? start.value.getTime() : now.getTime();
}

/**
 * The pieces with another zone from the next midnight on: what was before is never cut anew, and one that was to begin at that midnight never
 * did (decisions.md "Time and jobs").
 */
export function withZone(pieces: readonly ZonePiece[], timeZone: string, now: Date): ZonePiece[] {
  const begun = pieces.filter(({ fromMs }, at) => at === 0 || fromMs <= now.getTime());
  if (begun.at(-1)?.timeZone === timeZone) return begun;
  return [...begun, { fromMs: nextMidnight(begun, now), timeZone }];
}
