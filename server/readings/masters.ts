import { deviceOptions, readingOptions } from '../../domain/site/capabilities.ts';
import { deviceSecret } from '../../domain/unlock-codes/scheme.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Database } from '../kernel/database.ts';
import type { KeyProvider } from '../kernel/key-provider.ts';
import { openKey } from '../kernel/key-ring.ts';

/** The name at the key provider; models differ in more than case (domain/devices/check-options.ts). */
function masterName(site: Site, model: string): string {
  return `${site.id}.${readingOptions(site).factorySecret.master}.${model.toLowerCase()}`;
}

/** What the factory wrote into one device, K_device; throws where the key provider is away. */
export async function factorySecretOf(
  app: App,
  site: Site,
  { model, serial }: { model: string; serial: string },
): Promise<Uint8Array> {
  return deviceSecret(await app.keyProvider.key(masterName(site, model), false), serial);
}

/** Opens the master of each model at start: a missing one stops it. */
export async function openMasters(db: Database, provider: KeyProvider, site: Site): Promise<void> {
  for (const { id } of deviceOptions(site).models) await openKey(db, provider, masterName(site, id));
}
