import { createHash } from 'node:crypto';
import { entitlementAt, entitlementHoursMax } from '../../../domain/licences/entitled.ts';
import { signEntitlement, type SignedEntitlement } from '../../../domain/licences/entitlement.ts';
import { licenceOptions } from '../../../domain/site/capabilities.ts';
import type { App, Site } from '../../kernel/app.ts';
import { after, hoursMs } from '../../kernel/clock.ts';
import { outsideId } from '../../kernel/ids.ts';
import { findEntitled, settleForDevices, type Entitled } from './facts.ts';
import { signingKey } from './keys.ts';

/** What one device is told: an entitlement for itself, or for each of those that are used with it. */
export type Told = {
  entitlements: string[];
  /** When the first of them runs out. */
  validUntil: Date;
  /** A digest of what they say, the same as long as nothing in it changes. */
  says: string;
};

/**
 * What these devices may do now, signed, by the inside ID of who is told; nothing for those that take no licence and have none used with them, and for
 * those that know already what is said.
 */
export async function entitlementsFor(
  app: App,
  site: Site,
  deviceIds: readonly string[],
  knows: (deviceId: string, says: string) => boolean = () => false,
): Promise<ReadonlyMap<string, Told>> {
  const now = app.clock.now();
  await settleForDevices(app, site, deviceIds, now);
  const entitled = await findEntitled(app.db, site, deviceIds, now);
  const told = new Map<string, Told>();
  if (entitled.length === 0) return told;
  const key = await signingKey(app, site);
  for (const [asker, some] of Map.groupBy(entitled, (one) => one.asker)) {
    const made = some.map((one) => entitlementOf(site, one, now));
    const says = saidBy(made, now);
    if (knows(asker, says)) continue;
    told.set(asker, {
      entitlements: made.map(({ entitlement }) => signEntitlement(entitlement, key)),
      validUntil: new Date(Math.min(...made.map(({ validUntil }) => validUntil.getTime()))),
      says,
    });
  }
  return told;
}

/** When they were made is not among it, nor when they run out only by their age. */
function saidBy(made: readonly { entitlement: SignedEntitlement; validUntil: Date }[], now: Date): string {
  const said = made.map(({ entitlement, validUntil }) => ({
    ...entitlement,
    issuedAt: null,
    validUntil: changesAt(validUntil, now) ? entitlement.validUntil : null,
  }));
  return createHash('sha256').update(JSON.stringify(said)).digest('base64');
}

/** Whether what holds until then ends there because something changes, and not only by its age. */
export function changesAt(validUntil: Date, now: Date): boolean {
  return validUntil < after(now, entitlementHoursMax * hoursMs);
}

function entitlementOf(
  site: Site,
  { deviceId, serial, model, servings }: Entitled,
  now: Date,
): { entitlement: SignedEntitlement; validUntil: Date } {
  const { types, features } = licenceOptions(site);
  const type = types.find(({ models }) => models.includes(model))?.id ?? '';
  const may = entitlementAt({ features, type, servings }, now);
  const entitlement: SignedEntitlement = {
    site: site.id,
    device: outsideId('device', deviceId),
    serial,
    licence: {
      state: may.isLicensed ? 'licensed' : may.lastDay === null ? 'none' : 'expired',
      type,
      lastDay: may.lastDay,
    },
    features: may.features,
    issuedAt: now.toISOString(),
    validUntil: may.validUntil.toISOString(),
  };
  return { entitlement, validUntil: may.validUntil };
}
