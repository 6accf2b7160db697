import { takeOvers, type EndingCamera, type WaitingLicence } from './take-over.ts';

/** A camera whose licence ended by its expiry, while nothing has been decided yet about what follows. */
export type EndedCamera = EndingCamera & { endedAt: Date };

/** A waiting licence that goes on where another ended; from that moment on, however late that is decided. */
export type Taken = { licenceId: string; deviceId: string; from: Date; until: Date };

/** What became of a customer's cameras at one moment: who goes on, and who is left without a licence. */
export type Moment = { at: Date; taken: Taken[]; without: string[] };

/**
 * What follows from licences of one customer that have ended up to `now` (L-06): moment after moment, each decided on the facts of its own
 * time. A licence that took over and has ended as well by now is followed further.
 */
export function settleCustomer(ended: readonly EndedCamera[], waiting: readonly WaitingLicence[], now: Date): Moment[] {
  const moments: Moment[] = [];
  let open: readonly EndedCamera[] = ended;
  let left: readonly WaitingLicence[] = waiting;
  while (open.length > 0) {
    const at = open.map(({ endedAt }) => endedAt).reduce((one, other) => (other < one ? other : one));
    const here = open.filter(({ endedAt }) => endedAt.getTime() === at.getTime());
    const until = new Map(left.map(({ id, expiresAt }) => [id, expiresAt]));
    const taken = takeOvers(here, left, at).map(({ licenceId, deviceId }) => ({
      licenceId,
      deviceId,
      from: at,
      until: until.get(licenceId) ?? at,
    }));
    const used = new Set(taken.map(({ licenceId }) => licenceId));
    const served = new Map(taken.map((one) => [one.deviceId, one.until]));
    moments.push({
      at,
      taken,
      without: here.flatMap(({ deviceId }) => (served.has(deviceId) ? [] : [deviceId])).toSorted(),
    });
    left = left.filter(({ id }) => !used.has(id));
    open = open.flatMap((camera) => {
      if (camera.endedAt > at) return [camera];
      const endedAt = served.get(camera.deviceId);
      return endedAt && endedAt <= now ? [{ ...camera, endedAt }] : [];
    });
  }
  return moments;
}
