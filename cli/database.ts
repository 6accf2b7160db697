import type { Config } from '../server/config.ts';

export type DatabaseUrls = { ownerUrl: string; appUrl: string };

/**
 * Lends a command the database: the one that was named; else that of the server that runs on the data folder, or the
 * embedded one started for as long as it takes. `alone`: while a server runs on the data folder it is refused.
 */
export async function withDatabase<T>(
  config: Config,
  use: (urls: DatabaseUrls) => Promise<T>,
  beside: 'beside a server' | 'alone' = 'beside a server',
): Promise<T> {
  const { databaseUrl, databaseOwnerUrl, dataDir } = config;
  if (databaseUrl) return use({ ownerUrl: databaseOwnerUrl ?? databaseUrl, appUrl: databaseUrl });
  const { findRunningDatabase } = await import('../server/kernel/embedded-postgres/borrow.ts');
  const running = beside === 'alone' ? null : findRunningDatabase(dataDir);
  if (running) return use(running);
  const { startEmbeddedPostgres } = await import('../server/kernel/embedded-postgres.ts');
  const embedded = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  try {
    return await use(embedded);
  } finally {
    await embedded.stop();
  }
}
