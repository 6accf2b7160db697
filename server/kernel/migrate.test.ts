import pg from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../tools/test/fresh-database.ts';
import { migrate } from './migrate.ts';

let fresh: FreshDatabase;

beforeEach(async () => {
  fresh = await freshDatabase(inject('templateUrl'));
});
afterEach(() => fresh.drop());

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('P-27 a first start that was cut short after the last migration is finished by the next', async () => {
  await query(fresh.ownerUrl, 'drop schema pgboss cascade');
  expect(await migrate(fresh.ownerUrl)).toEqual([]);
  expect(await query(fresh.appUrl, 'select count(*)::int as jobs from pgboss.job')).toEqual([{ jobs: 0 }]);
});

test('P-27 migrating what is up to date changes nothing, also by several at once', async () => {
  expect(await Promise.all([1, 2, 3].map(() => migrate(fresh.ownerUrl)))).toEqual([[], [], []]);
});

test('P-27 a migration that was changed afterwards stops the start', async () => {
  await query(fresh.ownerUrl, `update schema_migrations set hash = 'x' where number = 1`);
  await expect(migrate(fresh.ownerUrl)).rejects.toThrow(/was changed after it had been applied/);
});

test('P-27 a node starts while another makes the tables of a new month', async () => {
  const other = new pg.Client({ connectionString: fresh.appUrl });
  await other.connect();
  try {
    await other.query('begin');
    await other.query(`select make_reading_partitions('2031-05-01')`);
    const starting = migrate(fresh.ownerUrl);
    // As soon as the starting node waits for the other one, that one is done.
    const waits = `select count(*)::int as nodes from pg_stat_activity
      where datname = current_database() and application_name = 'engawa-migrate' and wait_event_type = 'Lock'`;
    await expect.poll(() => query(fresh.ownerUrl, waits)).toEqual([{ nodes: 1 }]);
    await other.query('commit');
    expect(await starting).toEqual([]);
  } finally {
    await other.end();
  }
});
