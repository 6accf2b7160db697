import { civilDay } from '../site/civil-day.ts';
import { civilOfInstant, instantOfCivil } from '../site/civil-time.ts';
import { daylightAt, daylightEverywhere } from './daylight.ts';
import { isJapaneseHoliday, weekdayOf } from './holidays.ts';
import type { Position } from './prefectures.ts';
import { weekdays, type Rhythm } from './rhythm-options.ts';

/** So long after sunrise and before sunset a device that lives of the sun may still, or already, be off. */
export const twilightMs = 45 * 60_000;

/** Where a device stands: its position, null where nobody said, and its time zone. */
export type Place = { position: Position | null; timeZone: string };

/**
 * Since when a device of this rhythm has been expected to report without a break at `now`; null while it is not. For `always` that is
 * the beginning of time.
 */
export function expectedSince(rhythm: Rhythm, place: Place, now: Date): Date | null {
  if (rhythm.kind === 'always') return new Date(0);
  return rhythm.kind === 'daylight' ? sinceSunrise(place, now) : sinceOpening(rhythm, place, now);
}

/** Whether a device of this rhythm is expected to report at `now` (decisions.md "silence"). */
export function expectedAt(rhythm: Rhythm, place: Place, now: Date): boolean {
  return expectedSince(rhythm, place, now) !== null;
}

/**
 * Before which instant the last report must lie for a device to be silent at `now`; null while none can be. The time in which it is not
 * expected does not count: in the morning everybody has the whole time again.
 */
export function silentBefore(rhythm: Rhythm, place: Place, silentAfterMinutes: number, now: Date): Date | null {
  const since = expectedSince(rhythm, place, now);
  const before = new Date(now.getTime() - silentAfterMinutes * 60_000);
  return since && since <= before ? before : null;
}

function sinceSunrise({ position }: Place, now: Date): Date | null {
  const { riseMs, setMs } = position ? daylightAt(position, now.getTime()) : daylightEverywhere(now.getTime());
  const fromMs = riseMs + twilightMs;
  return now.getTime() >= fromMs && now.getTime() < setMs - twilightMs ? new Date(fromMs) : null;
}

type Office = Extract<Rhythm, { kind: 'businessHours' }>;

function sinceOpening({ from, until, days, holidays }: Office, { timeZone }: Place, now: Date): Date | null {
  const day = civilDay(now, timeZone);
  const weekday = weekdays[weekdayOf(day)];
  if (!weekday || !days.includes(weekday) || (holidays === 'closed' && isJapaneseHoliday(day))) return null;
  const time = civilOfInstant(now, timeZone).slice(11);
  if (time < from || time >= until) return null;
  const opening = instantOfCivil(`${day}T${from}`, timeZone);
  // Clocks that skip the opening hour: it opens when they go on.
  return opening.ok ? opening.value : new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
}
