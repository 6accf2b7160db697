import { join } from 'node:path';
import type { App } from '../kernel/app.ts';
import { activationKeySheets, seedActivationKeys, writeImportFile, type Sheet } from './activation-keys.ts';
import { seedHistory } from './history.ts';
import { seedLogins, type DemoLogin } from './logins.ts';
import { seedNotice } from './notice.ts';
import { makeUnits, type DemoUnit } from './units.ts';

/** What there is to try at one site of the demo. */
export type DemoSite = {
  name: string;
  address: string;
  logins: DemoLogin[];
  units: DemoUnit[];
  activationKeys: Sheet[];
  importFile: string | null;
};

const shownKeys = 6;
const issuedKeys = 5;

/** Demo data for each site, by what its data switch on: logins, a notice, activation keys, issued keys, units. Made once per database. */
export async function prepareDemo(app: App, dataDir: string): Promise<DemoSite[]> {
  const folder = join(dataDir, 'demo');
  const prepared: DemoSite[] = [];
  for (const site of app.sites.values()) {
    const { logins, company } = await seedLogins(app, site);
    await seedNotice(app, site);
    const demo: DemoSite = {
      name: site.name.en,
      address: site.address,
      logins,
      units: [],
      activationKeys: [],
      importFile: null,
    };
    if ('registration-keys' in site.capabilities) {
      await seedActivationKeys(app, site);
      const sheets = activationKeySheets(site, 'seeded');
      if (company) await seedHistory(app, site, company.loginId, sheets.slice(shownKeys, shownKeys + issuedKeys));
      demo.activationKeys = sheets.slice(0, shownKeys);
      demo.importFile = await writeImportFile(site, folder);
      demo.units = await makeUnits(app, site, folder);
    }
    prepared.push(demo);
  }
  return prepared;
}
