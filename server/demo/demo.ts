import { join } from 'node:path';
import type { App } from '../kernel/app.ts';
import { activationKeySheets, seedActivationKeys, writeImportFile, type Sheet } from './activation-keys.ts';
import { deviceContributions } from '../capabilities.ts';
import { makeDevices, registerSome, writeDeviceFile, type DemoDevice } from './devices.ts';
import { makeCameras, type DemoCameras } from './cameras.ts';
import { makeGateways, type DemoGateways } from './gateways.ts';
import { seedHistory } from './history.ts';
import { makeLicences } from './licences.ts';
import { makeLockedUnits } from './locked-units.ts';
import { seedLogins, type DemoLogin } from './logins.ts';
import { seedNotice } from './notice.ts';
import { makePrinters, type DemoPrinters } from './printers.ts';
import { seedTemporaryLogin } from './temporary-login.ts';
import { makeUnits, type DemoUnit } from './units.ts';

/** What there is to try at one site of the demo. */
export type DemoSite = {
  name: string;
  address: string;
  logins: DemoLogin[];
  units: DemoUnit[];
  activationKeys: Sheet[];
  importFile: string | null;
  /** Made and not yet registered. */
  devices: DemoDevice[];
  deviceFile: string | null;
  /** Registered, and run beside the server. */
  gateways: DemoGateways | null;
  printers: DemoPrinters | null;
  cameras: DemoCameras | null;
};

const shownKeys = 6;
const issuedKeys = 5;

/** Demo data for each site, by what its data switch on: logins, a notice, activation keys, issued keys, units. Made once per database. */
export async function prepareDemo(app: App, dataDir: string): Promise<DemoSite[]> {
  const folder = join(dataDir, 'demo');
  const prepared: DemoSite[] = [];
  for (const site of app.sites.values()) {
    const seeded = await seedLogins(app, site);
    const { logins, company } = seeded;
    await seedTemporaryLogin(app, site, seeded);
    await seedNotice(app, site);
    const demo: DemoSite = {
      name: site.name.en,
      address: site.address,
      logins,
      units: [],
      activationKeys: [],
      importFile: null,
      devices: [],
      deviceFile: null,
      gateways: null,
      printers: null,
      cameras: null,
    };
    if ('registration-keys' in site.capabilities) {
      await seedActivationKeys(app, site);
      const sheets = activationKeySheets(site, 'seeded');
      if (company) await seedHistory(app, site, company.loginId, sheets.slice(shownKeys, shownKeys + issuedKeys));
      demo.activationKeys = sheets.slice(0, shownKeys);
      demo.importFile = await writeImportFile(site, folder);
      demo.units = await makeUnits(app, site, folder);
    }
    if ('devices' in site.capabilities) {
      const made = await makeDevices(app, site);
      // Where licences are wanted first, others are registered with those.
      const some = 'licences' in site.capabilities ? undefined : company;
      if (some) await registerSome(app, site, deviceContributions, some.loginId, made);
      demo.devices = made.filter(({ registered }) => !registered || !some);
      demo.deviceFile = await writeDeviceFile(app, site, folder);
      if ('unlock-codes' in site.capabilities)
        demo.units.push(...(await makeLockedUnits(app, site, folder, demo.devices)));
    }
    if ('power-flow' in site.capabilities && 'maintenance-links' in site.capabilities)
      demo.gateways = await makeGateways(app, site, seeded, deviceContributions, folder);
    if ('counters' in site.capabilities)
      demo.printers = await makePrinters(app, site, seeded, deviceContributions, folder);
    if ('licences' in site.capabilities && 'devices' in site.capabilities)
      await makeLicences(app, site, seeded, deviceContributions);
    if ('licences' in site.capabilities && 'readings' in site.capabilities)
      demo.cameras = await makeCameras(app, site, folder);
    prepared.push(demo);
  }
  return prepared;
}
