import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deviceIdDigits, formatDeviceId } from '../../domain/identifiers/device-id.ts';
import { registrationKeyOptions } from '../../domain/site/capabilities.ts';
import type { App, Site } from '../kernel/app.ts';
import { factoryFileOf } from '../registration-keys/factory.ts';

/** A unit that the demo's factory has made; `factoryFile` and `stateFile` are what a simulator needs. */
export type DemoUnit = { deviceId: string; category: string; factoryFile: string; stateFile: string };

/** One unit for each category in which keys are issued, the same at every start. */
export async function makeUnits(app: App, site: Site, folder: string): Promise<DemoUnit[]> {
  await mkdir(folder, { recursive: true });
  const units: DemoUnit[] = [];
  for (const category of registrationKeyOptions(site).categories.filter((one) => one.issuedHere)) {
    const digits = createHash('sha256').update(`demo/${site.id}/${category.id}`).digest('hex').toUpperCase();
    const deviceId = digits.slice(0, deviceIdDigits[category.idFormat]);
    const made = await factoryFileOf(app, site, category.id, deviceId);
    if (!made.ok) throw new Error(`no factory file for a demo unit of ${site.id}: ${made.code}`);
    const factoryFile = join(folder, `${site.id}-${category.id}.factory.json`);
    await writeFile(factoryFile, JSON.stringify(made.value), { mode: 0o600 });
    const stateFile = join(folder, `${site.id}-${category.id}.state.json`);
    units.push({
      deviceId: formatDeviceId(deviceId, category.idFormat),
      category: category.name.en,
      factoryFile,
      stateFile,
    });
  }
  return units;
}
