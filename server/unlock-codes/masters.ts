import type { KeyObject } from 'node:crypto';
import { findScheme } from '../../domain/unlock-codes/options.ts';
import { unlockCodeOptions } from '../../domain/site/capabilities.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Database } from '../kernel/database.ts';
import type { KeyProvider } from '../kernel/key-provider.ts';
import { openKey } from '../kernel/key-ring.ts';

/** What names a master: each model has one of its own in each version of its scheme. */
export type MasterOf = { model: string; version: number };

/** The name at the key provider; models differ in more than case (options.ts). */
function masterName(site: Site, { model, version }: MasterOf): string {
  const entry = findScheme(unlockCodeOptions(site), model)?.versions.find((one) => one.version === version);
  if (!entry) throw new Error(`${site.id} has no version ${version} of unlock codes of ${model}`);
  return `${site.id}.${entry.master}.${model.toLowerCase()}`;
}

/** The master secret of a model in a version; throws where there is no such version or the provider is away. */
export function readMaster(app: App, site: Site, of: MasterOf): Promise<KeyObject> {
  return app.keyProvider.key(masterName(site, of), false);
}

/** Fetches every master these need, each once, before anything is written: without one of them nothing is half done. */
export async function readMasters(
  app: App,
  site: Site,
  wanted: readonly MasterOf[],
): Promise<(of: MasterOf) => KeyObject> {
  const masters = new Map<string, KeyObject>();
  for (const of of wanted) {
    const name = masterName(site, of);
    if (!masters.has(name)) masters.set(name, await readMaster(app, site, of));
  }
  return (of) => {
    const master = masters.get(masterName(site, of));
    if (!master) throw new Error(`the master of ${of.model} in version ${of.version} was not fetched`);
    return master;
  };
}

/** Opens every master a site's schemes name, at start: a missing one, or a model that is not made, stops it. */
export async function openMasters(db: Database, provider: KeyProvider, site: Site): Promise<void> {
  const { models } = unlockCodeOptions(site);
  for (const { model } of models)
    for (const { version } of findScheme(unlockCodeOptions(site), model)?.versions ?? [])
      await openKey(db, provider, masterName(site, { model, version }));
}
