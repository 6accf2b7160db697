import type { Measured } from '../../../domain/readings/reading.ts';
import { minutesMs } from '../../kernel/clock.ts';

/** The newest reading of a device: when it was, what it measured, and when it came. */
export type Last = { timeMs: number; receivedMs: number; measured: Measured };
/** What devices of which something only grows reported last; null where that was nothing. */
export type Newest = Map<number, Last | null>;
/** A day of a device that has to be rolled up; an open one is not over. */
export type Due = { deviceKey: number; day: string; open: boolean };

const duesMax = 200_000;
const newestMax = 100_000;
/** Several nodes store for the same devices: each would be wrong most of the time. */
const asksForMs = minutesMs;

/**
 * What a node remembers so as not to ask or write it with each batch: days marked as due that cannot be in work yet, months that are
 * there, and what devices reported last, which the database confirms in the statement that relies on it.
 */
export type Known = { due: Set<string>; months: Set<string>; newest: Map<number, Last>; asksUntilMs: number };

export const nothingKnown = (): Known => ({ due: new Set(), months: new Set(), newest: new Map(), asksUntilMs: 0 });

/** What these devices reported last; null when it is not known of all, or better asked. */
export function recallNewest(
  { newest, asksUntilMs }: Known,
  deviceKeys: readonly number[],
  nowMs: number,
): Newest | null {
  if (nowMs < asksUntilMs) return null;
  const found: Newest = new Map();
  for (const deviceKey of deviceKeys) {
    const last = newest.get(deviceKey);
    if (!last) return null;
    found.set(deviceKey, last);
  }
  return found;
}

/** Those that reported longest ago are forgotten first. */
export function rememberNewest({ newest }: Known, found: Newest): void {
  for (const [deviceKey, last] of found) {
    // Of two batches at once the later one may have been remembered already.
    if (!last || last.timeMs < (newest.get(deviceKey)?.timeMs ?? -Infinity)) continue;
    newest.delete(deviceKey);
    newest.set(deviceKey, last);
  }
  for (const deviceKey of newest.keys()) {
    if (newest.size <= newestMax) return;
    newest.delete(deviceKey);
  }
}

export function forgetNewest({ newest }: Known, rows: readonly { deviceKey: number }[]): void {
  if (newest.size > 0) for (const { deviceKey } of rows) newest.delete(deviceKey);
}

/** What was remembered was not so: for a while it is asked. */
export function distrust(known: Known, nowMs: number): void {
  known.newest.clear();
  known.asksUntilMs = nowMs + asksForMs;
}

/** Something went wrong, and what has become of it is not known. */
export function forgetAll({ months, newest }: Known): void {
  months.clear();
  newest.clear();
}

/** A day that is not over is in nobody's work before it has been for ten minutes (roll-up.ts), so its mark is there until then. */
export function rememberDue({ due }: Known, marks: readonly Due[]): void {
  if (due.size + marks.length > duesMax) due.clear();
  for (const { deviceKey, day, open } of marks) if (open) due.add(`${deviceKey} ${day}`);
}
