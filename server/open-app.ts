import { join } from 'node:path';
import { authenticate } from './accounts/sessions.ts';
import { capabilities } from './capabilities.ts';
import { siteOptionsOf } from './capability.ts';
import type { App, Site } from './kernel/app.ts';
import type { Clock } from './kernel/clock.ts';
import type { OpenDatabase } from './kernel/database.ts';
import { fileKeyProvider } from './kernel/key-provider.ts';
import { openServerKeys } from './kernel/key-ring.ts';
import type { Logger } from './kernel/log.ts';
import { rememberSite } from './sites/remember.ts';

type Parts = {
  dataDir: string;
  database: OpenDatabase;
  sites: ReadonlyMap<string, Site>;
  clock: Clock;
  log: Logger;
};

/** Puts together what every part of a server shares. Site data that no longer fit, or a lost master secret, stop here. */
export async function openApp({ dataDir, database: { db, pool }, sites, clock, log }: Parts): Promise<App> {
  const keyProvider = fileKeyProvider(join(dataDir, 'keys'));
  for (const site of sites.values()) {
    const switchedOn = siteOptionsOf(capabilities, site);
    const codes = switchedOn.flatMap(({ options }) => options.codes(site));
    await rememberSite(db, site, codes, clock.now());
    for (const { options } of switchedOn) await options.open?.(db, keyProvider, site);
  }
  const keys = await openServerKeys(db, keyProvider);
  const asked: App['authenticate'] = (site, token, now) => authenticate(db, site, token, now);
  return { db, pool, clock, log, sites, keys, keyProvider, authenticate: asked };
}
