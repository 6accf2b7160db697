import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';

const folder = new URL('../migrations/', import.meta.url);
const lockKey = 0x656e67617761;
const appRole = 'engawa_app';
const grantTriesMax = 20;

export type Migration = { number: number; name: string; sql: string; hash: string };

/** The migrations of this version, in order. A file is `NNNN-name.sql` and never changes once released. */
export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8');
      return { number: Number(name.slice(0, 4)), name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Brings the database to this version's schema. Safe to run from several nodes at once. Returns the names applied. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'engawa-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await client.query(madeFirst);
    const applied: string[] = [];
    const done = new Map<number, string>(
      (await client.query('select number, hash from schema_migrations')).rows.map((row) => [row.number, row.hash]),
    );
    for (const migration of await readMigrations()) {
      const hash = done.get(migration.number);
      if (hash === migration.hash) continue;
      if (hash) throw new Error(`migration ${migration.name} was changed after it had been applied`);
      await applyOne(client, migration);
      applied.push(migration.name);
    }
    if (!(await areJobsReady(client))) await prepareJobs(ownerUrl);
    await grantToApp(client);
    return applied;
  } finally {
    await client.end();
  }
}

const madeFirst = `create table if not exists schema_migrations (
  number integer primary key, name text not null, hash text not null, applied_at timestamptz not null default now())`;

/** Applies a migration in the transaction that is open and writes it down. */
export async function applyInto(client: pg.Client, migration: Migration): Promise<void> {
  await client.query(madeFirst);
  await client.query(migration.sql);
  await client.query('insert into schema_migrations (number, name, hash) values ($1, $2, $3)', [
    migration.number,
    migration.name,
    migration.hash,
  ]);
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await applyInto(client, migration);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** Asked of the database itself: an earlier run may have ended between the last migration and this, and pg-boss moves on by itself. */
async function areJobsReady(client: pg.Client): Promise<boolean> {
  const found = await client.query(`select to_regclass('pgboss.version') as version`);
  if (!found.rows[0]?.version) return false;
  const { rows } = await client.query('select version from pgboss.version');
  const manifest: unknown = JSON.parse(
    await readFile(new URL('../package.json', import.meta.resolve('pg-boss')), 'utf8'),
  );
  const wanted = (manifest as { pgboss?: { schema?: number } }).pgboss?.schema;
  if (wanted === undefined) throw new Error('pg-boss does not say which schema it needs');
  return rows[0]?.version === wanted;
}

/** pg-boss makes its own schema; the server's role may not, so the owner does it here. */
async function prepareJobs(ownerUrl: string): Promise<void> {
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false });
  await boss.start();
  await boss.stop({ graceful: false });
}

/**
 * Another node that makes a month of readings at this moment changes the same entries of the catalogue, and the later of both fails, by no code of its
 * own: it is granted again, from the beginning.
 */
async function grantToApp(client: pg.Client): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await grantOnce(client);
    } catch (error) {
      const isInTheWay = error instanceof Error && error.message === 'tuple concurrently updated';
      if (!isInTheWay || tries === grantTriesMax) throw error;
    }
  }
}

/** What the server's own role may do: everything with rows, except change what only grows. */
async function grantOnce(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1 and rolname <> current_user', [
    appRole,
  ]);
  if (!rowCount) return;
  await client.query(`
    grant usage on schema public, pgboss to ${appRole};
    grant select, insert, update, delete on all tables in schema public to ${appRole};
    grant select, insert, update, delete on all tables in schema pgboss to ${appRole};
    grant execute on all functions in schema pgboss to ${appRole};
    grant execute on function make_reading_partitions(date), drop_reading_partition(text, date) to ${appRole};
    revoke update, delete on events, event_seals from ${appRole};
    revoke insert, update, delete on schema_migrations from ${appRole};
  `);
}

/** Names of this version's migrations that the database has not seen. */
export async function pendingMigrations(pool: pg.Pool): Promise<string[]> {
  const exists = await pool.query(`select to_regclass('schema_migrations') as found`);
  const done = exists.rows[0]?.found ? (await pool.query('select number from schema_migrations')).rows : [];
  const numbers = new Set(done.map((row) => row.number));
  return (await readMigrations())
    .filter((migration) => !numbers.has(migration.number))
    .map((migration) => migration.name);
}
