import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findModel } from '../../domain/devices/options.ts';
import { findScheme } from '../../domain/unlock-codes/options.ts';
import { deviceOptions, unlockCodeOptions } from '../../domain/site/capabilities.ts';
import type { App, Site } from '../kernel/app.ts';
import { unlockFactoryFileOf } from '../unlock-codes/factory.ts';
import type { DemoDevice } from './devices.ts';
import type { DemoUnit } from './units.ts';

/** A simulated unit for each model that is locked, the first that is not sold yet; whoever registers its serial number gets its code. */
export async function makeLockedUnits(
  app: App,
  site: Site,
  folder: string,
  free: readonly DemoDevice[],
): Promise<DemoUnit[]> {
  await mkdir(folder, { recursive: true });
  const units: DemoUnit[] = [];
  for (const { model, serial } of free) {
    const isFirst = free.find((one) => one.model === model)?.serial === serial;
    if (!isFirst || !findScheme(unlockCodeOptions(site), model)) continue;
    const made = await unlockFactoryFileOf(app, site, { model, serial, version: null, hold: 'secret' });
    if (!made.ok) throw new Error(`no factory file for a demo unit of ${site.id}: ${made.code}`);
    const factoryFile = join(folder, `${site.id}-${serial}.factory.json`);
    await writeFile(factoryFile, JSON.stringify(made.value), { mode: 0o600 });
    units.push({
      deviceId: serial,
      category: findModel(deviceOptions(site), model)?.name.en ?? model,
      factoryFile,
      stateFile: join(folder, `${site.id}-${serial}.state.json`),
    });
  }
  return units;
}
