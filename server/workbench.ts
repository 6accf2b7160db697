import { join } from 'node:path';
import { authenticate } from './accounts/sessions.ts';
import type { Config } from './config.ts';
import type { App } from './kernel/app.ts';
import { systemClock } from './kernel/clock.ts';
import { openDatabase } from './kernel/database.ts';
import { findRunningDatabase } from './kernel/embedded-postgres/borrow.ts';
import { fileKeyProvider } from './kernel/key-provider.ts';
import { openServerKeys } from './kernel/key-ring.ts';
import type { Logger } from './kernel/log.ts';
import { openServerDatabase } from './open-database.ts';
import { openMasters } from './registration-keys/masters.ts';
import { loadSites } from './sites/load.ts';
import { rememberSite } from './sites/remember.ts';

/**
 * Lends a command what a server would have, without answering anything: beside a running server its database, else one
 * started for as long as the command takes.
 */
export async function withApp<T>(config: Config, log: Logger, use: (app: App) => Promise<T>): Promise<T> {
  const running = config.databaseUrl ? null : findRunningDatabase(config.dataDir);
  const database = running ? openDatabase(running.appUrl, log) : await openServerDatabase(config, log);
  try {
    const { db, pool } = database;
    const sites = await loadSites(config.sitesDir, config.publicUrl ?? `http://localhost:${config.port}`);
    const keyProvider = fileKeyProvider(join(config.dataDir, 'keys'));
    for (const site of sites.values()) {
      await rememberSite(db, site, systemClock.now());
      await openMasters(db, keyProvider, site);
    }
    const keys = await openServerKeys(db, keyProvider);
    return await use({
      db,
      pool,
      clock: systemClock,
      log,
      sites,
      keys,
      keyProvider,
      authenticate: (site, token, now) => authenticate(db, site, token, now),
    });
  } finally {
    await database.close();
  }
}
