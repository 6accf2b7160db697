import { fail, pass, type Verdict } from '../verdict.ts';
import { civilOfInstant } from '../site/civil-time.ts';
import type { AlarmCode } from './codes.ts';

/** Times of day (`22:00`) between which no alarm is mailed; over midnight where `from` is the later. */
export type QuietHours = { from: string; until: string };

const time = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Reads what somebody set: two times of day that differ, or none at all (both empty). */
export function readQuietHours(typed: QuietHours): Verdict<QuietHours | null, AlarmCode> {
  const [from, until] = [typed.from, typed.until].map((text) => text.normalize('NFKC').trim());
  if (from === '' && until === '') return pass(null);
  if (!from || !until || !time.test(from) || !time.test(until)) return fail('time-unreadable');
  return from === until ? fail('hours-alike') : pass({ from, until });
}

/** Whether mails about alarms wait at `now`, in the zone of who gets them. */
export function isQuiet({ from, until }: QuietHours, timeZone: string, now: Date): boolean {
  const at = civilOfInstant(now, timeZone).slice(11);
  return from < until ? at >= from && at < until : at >= from || at < until;
}
