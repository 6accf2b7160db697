import type { RenewalOutlook } from './codes.ts';
import { takeOvers, type EndingCamera, type TakeOver } from './take-over.ts';

/** A licence of a customer that is not over yet, or will be assigned; `serves` is its camera, null while it waits. */
export type HeldLicence = {
  id: string;
  type: string;
  /** When it was assigned, or will be. */
  since: Date;
  expiresAt: Date;
  setAsideFor: string | null;
  serves: string | null;
};

/** A customer's licences and cameras at a moment. */
export type Holding = { cameras: readonly EndingCamera[]; licences: readonly HeldLicence[] };

/** What happens at a moment of expiry. */
export type CourseMoment = {
  at: Date;
  ended: { licenceId: string; deviceId: string | null }[];
  takenOver: TakeOver[];
};

/**
 * What becomes of a customer's licences by themselves from `after` (not it) to `until` (it too), in order of time, when nobody does anything meanwhile: the
 * same rule that settles them (L-06), so that reminders and rehearsals say what will be.
 */
export function courseOf({ cameras, licences }: Holding, after: Date, until: Date): CourseMoment[] {
  const served = new Map(licences.map(({ id, serves }) => [id, serves]));
  const moments = new Set(licences.map(({ expiresAt }) => expiresAt.getTime()));
  return [...moments]
    .filter((moment) => after.getTime() < moment && moment <= until.getTime())
    .toSorted((one, other) => one - other)
    .map((moment) => {
      const at = new Date(moment);
      const ended = licences
        .filter(({ expiresAt }) => expiresAt.getTime() === moment)
        .map(({ id }) => ({ licenceId: id, deviceId: served.get(id) ?? null }));
      const ending = new Set(ended.map(({ deviceId }) => deviceId));
      const takenOver = takeOvers(
        cameras.filter(({ deviceId }) => ending.has(deviceId)),
        licences.filter(({ id, since }) => !served.get(id) && since <= at),
        at,
      );
      for (const { licenceId, deviceId } of takenOver) served.set(licenceId, deviceId);
      return { at, ended, takenOver };
    });
}

/** What becomes of each licence that ends at `expiresAt`, as far as is known at `now` (L-07). */
export function outlookOf(
  holding: Holding,
  now: Date,
  expiresAt: Date,
): { licenceId: string; deviceId: string | null; outlook: RenewalOutlook }[] {
  const last = courseOf(holding, now, expiresAt).at(-1);
  if (last?.at.getTime() !== expiresAt.getTime()) return [];
  return last.ended.map((one) => ({ ...one, outlook: outlookAt(last, one.deviceId) }));
}

/** A camera is renewed for sure by what was set aside for it; what only waits may still be moved elsewhere. */
export function outlookAt({ takenOver }: CourseMoment, deviceId: string | null): RenewalOutlook {
  if (deviceId === null) return 'unused';
  const next = takenOver.find((one) => one.deviceId === deviceId);
  if (!next) return 'not-renewed';
  return next.wasSetAside ? 'renewed' : 'waiting';
}
