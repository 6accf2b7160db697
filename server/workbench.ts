import type { Config } from './config.ts';
import type { App } from './kernel/app.ts';
import { systemClock } from './kernel/clock.ts';
import { openDatabase } from './kernel/database.ts';
import { findRunningDatabase } from './kernel/embedded-postgres/borrow.ts';
import type { Logger } from './kernel/log.ts';
import { openApp } from './open-app.ts';
import { openServerDatabase } from './open-database.ts';
import { loadSites } from './sites/load.ts';

/**
 * Lends a command what a server would have, without answering anything: beside a running server its database, else one
 * started for as long as the command takes.
 */
export async function withApp<T>(config: Config, log: Logger, use: (app: App) => Promise<T>): Promise<T> {
  const running = config.databaseUrl ? null : findRunningDatabase(config.dataDir);
  const database = running
    ? { ...openDatabase(running.appUrl, log), appUrl: running.appUrl }
    : await openServerDatabase(config, log);
  try {
    const sites = await loadSites(config.sitesDir, config.publicUrl ?? `http://localhost:${config.port}`);
    const { app, close } = await openApp({
      dataDir: config.dataDir,
      database,
      sites,
      clock: systemClock,
      log,
      egressAllow: config.egressAllow,
    });
    return await use(app).finally(close);
  } finally {
    await database.close();
  }
}
