import type { KeyObject } from 'node:crypto';
import { deviceSecret, issueKey } from '../../domain/registration-keys/scheme.ts';
import { registrationKeyOptions } from '../../domain/site/capabilities.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Database } from '../kernel/database.ts';
import type { KeyProvider } from '../kernel/key-provider.ts';
import { openKey } from '../kernel/key-ring.ts';

/** Makes the key of a binding. The same binding gives the same key, also after the site issues by another version. */
export type KeyMaker = (binding: {
  product: string;
  deviceId: string;
  feature: number;
  slot: number;
  version: number;
}) => string;

export function masterName(site: Site, name: string): string {
  return `${site.id}.${name}`;
}

/** The master secret of a key version; throws where the site has no such version or the provider is down. */
export async function readMaster(app: App, site: Site, version: number): Promise<KeyObject> {
  const entry = registrationKeyOptions(site).scheme.versions.find((one) => one.version === version);
  if (!entry) throw new Error(`${site.id} has no key version ${version}`);
  return app.keyProvider.key(masterName(site, entry.master), false);
}

/** Fetches every master these versions need before anything is written, so that nothing is half issued without them. */
export async function keyMaker(app: App, site: Site, versions: Iterable<number>): Promise<KeyMaker> {
  const masters = new Map<number, KeyObject>();
  for (const version of new Set(versions)) masters.set(version, await readMaster(app, site, version));
  // Keys of one device mostly come one after the other.
  let last: { of: string; secret: Uint8Array } = { of: '', secret: new Uint8Array() };
  return ({ product, deviceId, feature, slot, version }) => {
    const master = masters.get(version);
    if (!master) throw new Error(`the master of key version ${version} was not fetched`);
    const unit = { product, deviceId };
    const of = `${version} ${deviceId} ${product}`;
    if (last.of !== of) last = { of, secret: deviceSecret(master, unit) };
    return issueKey({ secret: last.secret, unit, fields: { version, feature, slot } });
  };
}

/** Opens every master a site's scheme names, at start: a missing one stops it rather than the first customer. */
export async function openMasters(db: Database, provider: KeyProvider, site: Site): Promise<void> {
  for (const { master } of registrationKeyOptions(site).scheme.versions)
    await openKey(db, provider, masterName(site, master));
}
