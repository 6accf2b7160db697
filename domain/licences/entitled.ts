import type { LicenceFeature } from './options.ts';

/** What a device is told holds no longer than this, so that a withdrawn right ends (L-08). */
export const entitlementHoursMax = 24;
const hourMs = 3_600_000;

/** A licence that serves a device from a moment until another. */
export type Serving = { fromAt: Date; untilAt: Date; lastDay: string };

export type Entitlement = {
  /** By the feature's code. */
  features: Record<string, boolean>;
  isLicensed: boolean;
  /** Of the licence that serves it, else of the one that did so last; null where there never was one. */
  lastDay: string | null;
  validUntil: Date;
};

/** What a device of a licence type does with a licence, and what it goes on doing without one (L-08). */
export function featuresOf(
  features: readonly LicenceFeature[],
  type: string,
  isLicensed: boolean,
): Record<string, boolean> {
  return Object.fromEntries(
    features.map(({ code, types, expired }) => [code, types.includes(type) && (isLicensed || expired)]),
  );
}

/** The licence that serves a device at `now`. A serving ends with its `untilAt`, which is the first moment without it. */
export function servingAt<S extends Serving>(servings: readonly S[], now: Date): S | undefined {
  return servings.find(({ fromAt, untilAt }) => fromAt <= now && now < untilAt);
}

/** The next moment after `now` at which what serves a device changes; null where nothing is known to. */
export function nextChange(servings: readonly Serving[], now: Date): Date | null {
  const moments = servings.flatMap(({ fromAt, untilAt }) => (fromAt < untilAt ? [fromAt, untilAt] : []));
  const next = Math.min(...moments.map((moment) => moment.getTime()).filter((moment) => moment > now.getTime()));
  return Number.isFinite(next) ? new Date(next) : null;
}

/** What a device may do at `now`, and until when that answer holds: a day, or until it changes (L-08). */
export function entitlementAt(
  facts: { features: readonly LicenceFeature[]; type: string; servings: readonly Serving[] },
  now: Date,
): Entitlement {
  const serving = servingAt(facts.servings, now);
  const before = facts.servings
    .filter(({ fromAt }) => fromAt <= now)
    .toSorted((one, other) => one.untilAt.getTime() - other.untilAt.getTime());
  const most = now.getTime() + entitlementHoursMax * hourMs;
  const changesAt = nextChange(facts.servings, now)?.getTime() ?? most;
  return {
    features: featuresOf(facts.features, facts.type, serving !== undefined),
    isLicensed: serving !== undefined,
    lastDay: serving?.lastDay ?? before.at(-1)?.lastDay ?? null,
    validUntil: new Date(Math.min(most, changesAt)),
  };
}
