/** A licence of a customer that serves no camera. */
export type WaitingLicence = { id: string; type: string; expiresAt: Date; setAsideFor: string | null };

/** A camera of a customer whose licence ends at a moment; `renews` is its own choice, else its customer's. */
export type EndingCamera = { deviceId: string; serial: string; type: string; renews: boolean };

export type TakeOver = { licenceId: string; deviceId: string; wasSetAside: boolean };

/**
 * Which waiting licence of a customer serves which camera from the moment `at` on (L-06). Only cameras whose licence ends at that moment are renewed, of the
 * same type, and those that are to be: first each by what was set aside for it, then in order of serial numbers by what was not, earliest expiry first. A
 * licence that is over at that moment counts for nothing.
 */
export function takeOvers(cameras: readonly EndingCamera[], waiting: readonly WaitingLicence[], at: Date): TakeOver[] {
  const left = waiting.filter(({ expiresAt }) => expiresAt > at).toSorted(earlierFirst);
  const take = (wanted: (one: WaitingLicence) => boolean) => {
    const index = left.findIndex(wanted);
    return index < 0 ? undefined : left.splice(index, 1)[0];
  };
  const renewing = cameras.filter(({ renews }) => renews).toSorted(bySerial);
  const own = renewing.map((camera) => ({
    camera,
    licence: take(({ type, setAsideFor }) => type === camera.type && setAsideFor === camera.deviceId),
  }));
  return own.flatMap(({ camera, licence }) => {
    const given = licence ?? take(({ type, setAsideFor }) => type === camera.type && setAsideFor === null);
    return given ? [{ licenceId: given.id, deviceId: camera.deviceId, wasSetAside: licence !== undefined }] : [];
  });
}

/** By code units, as the database sorts IDs and serial numbers. */
function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function earlierFirst(one: WaitingLicence, other: WaitingLicence): number {
  return one.expiresAt.getTime() - other.expiresAt.getTime() || compare(one.id, other.id);
}

function bySerial(one: EndingCamera, other: EndingCamera): number {
  return compare(one.serial, other.serial) || compare(one.deviceId, other.deviceId);
}
