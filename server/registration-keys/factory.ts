import type { KeyObject } from 'node:crypto';
import { parseDeviceId } from '../../domain/identifiers/device-id.ts';
import { makeFactoryFile, type FactoryFile } from '../../domain/registration-keys/factory-file.ts';
import { findCategory } from '../../domain/registration-keys/options.ts';
import { registrationKeyOptions } from '../../domain/site/capabilities.ts';
import { fail, pass, type Verdict } from '../../domain/verdict.ts';
import type { App, Site } from '../kernel/app.ts';
import { masterName } from './masters.ts';

/** What the factory writes into one unit: its ID and its own secrets, never a master. */
export async function factoryFileOf(
  app: App,
  site: Site,
  categoryId: string,
  typedDeviceId: string,
): Promise<Verdict<FactoryFile>> {
  const options = registrationKeyOptions(site);
  const category = findCategory(options, categoryId);
  if (!category?.issuedHere) return fail('not-issued-here', { category: categoryId });
  const deviceId = parseDeviceId(typedDeviceId, category.idFormat);
  if (!deviceId.ok) return deviceId;
  const masters = new Map<string, KeyObject>();
  for (const { master } of options.scheme.versions)
    masters.set(master, await app.keyProvider.key(masterName(site, master), false));
  const masterOf = (name: string) => {
    const master = masters.get(name);
    if (!master) throw new Error(`no master secret "${name}"`);
    return master;
  };
  return pass(makeFactoryFile(options, { category: categoryId, deviceId: deviceId.value }, masterOf));
}
