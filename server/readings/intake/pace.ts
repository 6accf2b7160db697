import { setTimeout as sleep } from 'node:timers/promises';
import { readingOptions } from '../../../domain/site/capabilities.ts';
import type { App } from '../../kernel/app.ts';
import { minutesMs, secondsMs } from '../../kernel/clock.ts';
import type { Reporter } from '../reporter.ts';

/** How many devices are remembered; those that fill their share are few. */
const devicesMax = 200_000;
const waitMinMs = 1;
const waitMaxMs = 10 * secondsMs;

/** A device that would have to wait too long; `waitMs` until its share has room again. */
export class TooFast extends Error {
  readonly waitMs: number;
  constructor(waitMs: number) {
    super('a device sends faster than it may');
    this.waitMs = waitMs;
  }
}

const freeAt = new WeakMap<App, Map<string, number>>();

/**
 * Lets a device's messages pass as fast as its site allows: a minute's worth at once, then one after the other. Waiting slows down that
 * device alone, as its connection is read no further, and loses nothing. Null when it may pass at once, as nearly all may.
 */
export function keepPace(app: App, reporter: Reporter, messages: number): Promise<void> | null {
  const waitMs = nextWait(freeAtOf(app), reporter.deviceId, paceOf(reporter, messages));
  if (waitMs > waitMaxMs) throw new TooFast(waitMs);
  return waitMs >= waitMinMs ? sleep(waitMs) : null;
}

/** As `keepPace` for one message, where waiting would keep others waiting: false when it has to wait, and then it takes nothing of the share. */
export function mayPass(app: App, reporter: Reporter): boolean {
  const known = freeAtOf(app);
  const before = known.get(reporter.deviceId);
  if (nextWait(known, reporter.deviceId, paceOf(reporter, 1)) < waitMinMs) return true;
  if (before !== undefined) known.set(reporter.deviceId, before);
  return false;
}

function freeAtOf(app: App): Map<string, number> {
  const known = freeAt.get(app) ?? new Map<string, number>();
  freeAt.set(app, known);
  return known;
}

function paceOf({ site }: Reporter, messages: number): Pace {
  return { eachMs: minutesMs / readingOptions(site).messagesPerMinute, messages, nowMs: performance.now() };
}

type Pace = { eachMs: number; messages: number; nowMs: number };

/** How long so many messages of a device have to wait. Those that would have to wait too long take nothing of its share. */
export function nextWait(known: Map<string, number>, device: string, { eachMs, messages, nowMs }: Pace): number {
  const next = Math.max(known.get(device) ?? -Infinity, nowMs - minutesMs) + eachMs * messages;
  if (known.size >= devicesMax && !known.has(device)) known.clear();
  if (next - nowMs <= waitMaxMs) known.set(device, next);
  return Math.max(0, next - nowMs);
}
