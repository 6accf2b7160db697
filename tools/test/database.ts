import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../server/kernel/embedded-postgres.ts';
import { migrate } from '../../server/kernel/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The superuser's address of the cluster that the tests share, ending in the name of its migrated template. */
    templateUrl: string;
  }
}

/** One PostgreSQL for the whole run, with a migrated template from which each test copies a database of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'engawa-test-'));
  const cluster = await startEmbeddedPostgres({ dataDir, log: () => undefined, hasty: true });
  const client = new pg.Client({ connectionString: cluster.superuserUrl('postgres') });
  await client.connect();
  await client.query('create database engawa_template owner engawa_owner');
  await client.end();
  await migrate(cluster.ownerUrl.replace('/engawa?', '/engawa_template?'));
  project.provide('templateUrl', cluster.superuserUrl('engawa_template'));
  return async () => {
    await cluster.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
