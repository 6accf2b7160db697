import { fail, pass, type Verdict } from '../verdict.ts';
import type { LicenceOptions, LicenceType } from './options.ts';
import type { PlacementCode } from './placement-codes.ts';

type Models = readonly { id: string; type: string; registeredTo?: readonly string[] | undefined }[];

/** The type of licence that devices of a model take; null where they take none. */
export function typeTakenBy({ types }: Pick<LicenceOptions, 'types'>, model: string): LicenceType | null {
  return types.find(({ models }) => models.includes(model)) ?? null;
}

/**
 * The types of which one licence at least must have been assigned before a device of this model is registered (L-05): the one it takes, or
 * those of the devices that hang on it, as cameras do on a recorder. None where it has nothing to do with licences.
 */
export function typesNeededBy(options: Pick<LicenceOptions, 'types'>, models: Models, model: string): string[] {
  const own = typeTakenBy(options, model);
  if (own) return [own.id];
  const kind = models.find(({ id }) => id === model)?.type;
  const hanging = models.filter(({ registeredTo = [] }) => kind !== undefined && registeredTo.includes(kind));
  return [...new Set(hanging.flatMap(({ id }) => typeTakenBy(options, id)?.id ?? []))];
}

/** What a customer has: types of which licences were assigned, ever; how many devices in use it has that take a type. */
export type CustomerFacts = { assigned: ReadonlySet<string>; devices: ReadonlyMap<string, number> };

/**
 * What speaks against devices of these models becoming a customer's, for each in their order; those before count (L-05).
 * @param registering false where a device is handed over: then the limit alone holds.
 */
export function judgeDevices(
  options: Pick<LicenceOptions, 'types'>,
  models: Models,
  facts: CustomerFacts,
  wanted: readonly string[],
  registering: boolean,
): (Extract<Verdict<true, PlacementCode>, { ok: false }> | null)[] {
  const counted = new Map(facts.devices);
  return wanted.map((model) => {
    const needed = typesNeededBy(options, models, model);
    if (registering && needed.length > 0 && !needed.some((type) => facts.assigned.has(type)))
      return fail('none-assigned');
    const taken = typeTakenBy(options, model);
    if (!taken) return null;
    const next = (counted.get(taken.id) ?? 0) + 1;
    if (taken.perCustomer !== undefined && next > taken.perCustomer)
      return fail('too-many-devices', { max: taken.perCustomer });
    counted.set(taken.id, next);
    return null;
  });
}

export type PlacedLicence = { type: string; expiresAt: Date; serves: string | null };
/** A customer's own device; `takes`: the type of licence, if any. */
export type Target = { deviceId: string; takes: string | null; ended: boolean; isServed: boolean };

/**
 * Whether a licence may go on serving another of its customer's devices (L-05): types do not mix, and each device takes one licence. A
 * refusal of the target stands at the target.
 */
export function judgePlacing(licence: PlacedLicence, target: Target, now: Date): Verdict<true, PlacementCode> {
  if (licence.expiresAt <= now) return fail('licence-over');
  const fit = judgeFit(licence, target);
  if (!fit.ok) return fit;
  return target.isServed && licence.serves !== target.deviceId ? fail('device-served') : pass(true);
}

/** Whether a waiting licence may be kept for a device whose licence runs now (L-06). */
export function judgeSettingAside(licence: PlacedLicence, target: Target, now: Date): Verdict<true, PlacementCode> {
  if (licence.expiresAt <= now) return fail('licence-over');
  if (licence.serves !== null) return fail('licence-serves');
  const fit = judgeFit(licence, target);
  if (!fit.ok) return fit;
  return target.isServed ? pass(true) : fail('device-unserved');
}

function judgeFit({ type }: PlacedLicence, { takes, ended }: Target): Verdict<true, PlacementCode> {
  if (ended) return fail('device-ended');
  if (takes === null) return fail('device-takes-none');
  return takes === type ? pass(true) : fail('other-type');
}

export const licenceStates = ['placed', 'waiting', 'expired'] as const;
export type LicenceState = (typeof licenceStates)[number];

/** Computed from its dates, never stored. */
export function licenceState({ expiresAt, serves }: Omit<PlacedLicence, 'type'>, now: Date): LicenceState {
  if (expiresAt <= now) return 'expired';
  return serves === null ? 'waiting' : 'placed';
}
