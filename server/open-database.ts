import type { Config } from './config.ts';
import { openDatabase, type OpenDatabase } from './kernel/database.ts';
import type { Logger } from './kernel/log.ts';
import { migrate, pendingMigrations } from './kernel/migrate.ts';

export const oldestServerVersion = 150_000;

/** The database this server stands on. `lost` calls back when the embedded one ended by itself. */
export type ServerDatabase = OpenDatabase & { appUrl: string; lost(callback: () => void): void };

/** Starts or finds the database and brings its schema up to this version. */
export async function openServerDatabase(config: Config, log: Logger, waitMs?: number): Promise<ServerDatabase> {
  return config.databaseUrl ? openNamed(config, config.databaseUrl, log, waitMs) : openEmbedded(config, log, waitMs);
}

async function openEmbedded(config: Config, log: Logger, waitMs?: number): Promise<ServerDatabase> {
  const { startEmbeddedPostgres } = await import('./kernel/embedded-postgres.ts');
  const embedded = await startEmbeddedPostgres({ dataDir: config.dataDir, log: (sentence) => log.info({}, sentence) });
  try {
    await migrate(embedded.ownerUrl);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  const open = openDatabase(embedded.appUrl, log, waitMs);
  return {
    ...open,
    appUrl: embedded.appUrl,
    lost: embedded.onExit,
    close: async () => {
      await open.close();
      await embedded.stop();
    },
  };
}

async function openNamed(
  { databaseOwnerUrl: ownerUrl }: Config,
  url: string,
  log: Logger,
  waitMs?: number,
): Promise<ServerDatabase> {
  const open = openDatabase(url, log, waitMs);
  try {
    const { rows } = await open.pool.query(`select current_setting('server_version_num')::int as version`);
    if (rows[0].version < oldestServerVersion) throw new Error('this PostgreSQL is too old: 15 or newer is needed');
    if (ownerUrl) await migrate(ownerUrl);
    else if ((await ownsTables(open)) || (await pendingMigrations(open.pool)).length > 0) await migrate(url);
    await refuseWithoutRights(open);
    if (await ownsTables(open))
      log.warn({}, 'DATABASE_URL owns the tables: only triggers guard the log of events; see docs/decisions');
  } catch (error) {
    await open.close();
    throw error;
  }
  return { ...open, appUrl: url, lost: () => {} };
}

async function refuseWithoutRights({ pool }: OpenDatabase): Promise<void> {
  const { rows } = await pool.query(`select current_user as role, has_table_privilege('sites', 'insert') as may`);
  if (rows[0].may) return;
  throw new Error(
    `the role "${rows[0].role}" of DATABASE_URL has no rights on the tables: it must own them or be named engawa_app`,
  );
}

async function ownsTables({ pool }: OpenDatabase): Promise<boolean> {
  const { rowCount } = await pool.query(
    `select 1 from pg_tables where tablename = 'events' and pg_has_role(tableowner, 'member')`,
  );
  return Boolean(rowCount);
}
