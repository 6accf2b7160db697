import { bestDay, renewalEffect } from './best-day.ts';
import { courseOf, type HeldLicence, type Holding } from './course.ts';
import { civilDayAt } from './terms.ts';

/** What a new licence does to a camera that it renews: days are told against the last day that the camera has without it (L-06). */
export type CameraEffect = {
  deviceId: string;
  licenceId: string;
  /** The camera's last day without it. */
  lastDay: string;
  lostDays: number;
  wonDays: number;
  /** From today on, the day on which to assign it. */
  bestDay: string;
};

/** The last day of a licence that is over at a moment, where the site is. */
export function lastDayAt(expiresAt: Date, timeZone: string): string {
  return civilDayAt(new Date(expiresAt.getTime() - 1), timeZone);
}

/**
 * Which cameras of a customer would be renewed by licences that are assigned now, and what that does to each (L-06); those that are in none would wait. When
 * nobody does anything meanwhile, and of licences that wait already the earlier ones first.
 */
export function effectsOf(
  { cameras, licences }: Holding,
  added: readonly HeldLicence[],
  now: Date,
  timeZone: string,
): CameraEffect[] {
  const all = [...licences, ...added];
  const until = new Date(Math.max(now.getTime(), ...all.map(({ expiresAt }) => expiresAt.getTime())));
  const isNew = new Set(added.map(({ id }) => id));
  const today = civilDayAt(now, timeZone);
  return courseOf({ cameras, licences: all }, now, until).flatMap(({ at, takenOver }) => {
    const lastDay = lastDayAt(at, timeZone);
    const { lostDays, wonDays } = renewalEffect(lastDay, today);
    return takenOver
      .filter(({ licenceId }) => isNew.has(licenceId))
      .map(({ deviceId, licenceId }) => ({
        deviceId,
        licenceId,
        lastDay,
        lostDays,
        wonDays,
        bestDay: bestDay(lastDay, today),
      }));
  });
}

/** The day on which to assign them all at the earliest, so that no camera runs out before; null where that is today, or nothing is renewed. */
export function bestDayOf(effects: readonly CameraEffect[], today: string): string | null {
  const [first] = effects.map((one) => one.bestDay).toSorted();
  return first !== undefined && first > today ? first : null;
}
