import { civilOfInstant } from '../site/civil-time.ts';
import type { AlarmCode } from './codes.ts';

/** Times of day (`22:00`) between which no alarm is mailed; over midnight where `from` is the later. */
export type QuietHours = { from: string; until: string };

const time = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

type Read = { ok: true; value: QuietHours | null } | { ok: false; at: keyof QuietHours; code: AlarmCode };

/**
 * Reads what somebody set: two times of day that differ, in any width, or none at all (both empty: null).
 * @returns the hours, or what is wrong at which of the two.
 */
export function readQuietHours(typed: QuietHours): Read {
  const from = typed.from.normalize('NFKC').trim();
  const until = typed.until.normalize('NFKC').trim();
  if (from === '' && until === '') return { ok: true, value: null };
  if (!time.test(from)) return { ok: false, at: 'from', code: 'time-unreadable' };
  if (!time.test(until)) return { ok: false, at: 'until', code: 'time-unreadable' };
  return from === until ? { ok: false, at: 'until', code: 'hours-alike' } : { ok: true, value: { from, until } };
}

/** Whether mails about alarms wait at `now`, in the zone of who gets them. */
export function isQuiet({ from, until }: QuietHours, timeZone: string, now: Date): boolean {
  const at = civilOfInstant(now, timeZone).slice(11);
  return from < until ? at >= from && at < until : at >= from || at < until;
}
