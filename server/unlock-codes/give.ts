import { findScheme, versionFor } from '../../domain/unlock-codes/options.ts';
import { formatDecimal } from '../../domain/unlock-codes/notation.ts';
import { codeOf, deviceSecret } from '../../domain/unlock-codes/scheme.ts';
import { deviceOptions, unlockCodeOptions } from '../../domain/site/capabilities.ts';
import type { Listed, NewRegistration } from '../devices/contribution.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import type { Scope } from '../kernel/session.ts';
import { readMasters } from './masters.ts';
import { findCodes, insertCodes, type StoredCode } from './store.ts';

/** Whether who got a device in this way gets its code: a new owner only where the site lets keys follow (P-31). */
export function ownerGetsCode(site: Site, cause: string): boolean {
  return cause !== 'transferred' || deviceOptions(site).transfer.follows.keys;
}

/**
 * The codes of devices that are being registered (U-03, U-10), in the transaction that registers them. One that has a code keeps it;
 * the others get theirs in the version they were made with. Models without a scheme get none.
 */
export async function giveCodes(
  app: App,
  tx: Tx,
  site: Site,
  scope: Scope,
  devices: readonly NewRegistration[],
): Promise<ReadonlyMap<string, Listed>> {
  const locked = devices.filter(
    ({ model, cause }) => findScheme(unlockCodeOptions(site), model) && ownerGetsCode(site, cause),
  );
  const codes = await findCodes(
    tx,
    site.id,
    locked.map(({ deviceId }) => deviceId),
  );
  const fresh = await makeCodes(
    app,
    site,
    locked.filter(({ deviceId }) => !codes.has(deviceId)),
  );
  await insertCodes(tx, scope, fresh);
  for (const code of fresh) codes.set(code.deviceId, code);
  return new Map(
    locked.map(({ registrationId, deviceId }) => {
      const code = codes.get(deviceId);
      if (!code) throw new Error('a device was to get a code and did not');
      return [registrationId, { code: formatDecimal(code.code, code.length) }];
    }),
  );
}

async function makeCodes(app: App, site: Site, devices: readonly NewRegistration[]): Promise<StoredCode[]> {
  const units = devices.flatMap(({ deviceId, model, serial, shippedOn }) => {
    const scheme = findScheme(unlockCodeOptions(site), model);
    return scheme
      ? [{ deviceId, unit: { model, serial }, length: scheme.length, version: versionFor(scheme, shippedOn) }]
      : [];
  });
  const masterOf = await readMasters(
    app,
    site,
    units.map(({ unit, version }) => ({ model: unit.model, version })),
  );
  return units.map(({ deviceId, unit, length, version }) => {
    const secret = deviceSecret(masterOf({ model: unit.model, version }), unit.serial);
    return { deviceId, length, version, code: codeOf(secret, { unit, version, length }) };
  });
}
