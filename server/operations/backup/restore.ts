import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { applyInto, migrate, readMigrations, type Migration } from '../../kernel/migrate.ts';
import { plainTexts, type Header } from './back-up.ts';
import {
  dropOurs,
  filledTables,
  quoted,
  readForeignKeys,
  readTables,
  setSequence,
  type ForeignKey,
  type Table,
} from './catalog.ts';
import { BrokenBackup } from './frames.ts';
import { readRows, type CheckedBackup } from './read-backup.ts';

/** What can be put right by whoever restores; nothing was changed. */
export class RestoreRefused extends Error {
  override name = 'RestoreRefused';
}

export type Restoring = {
  /** The role that owns the tables, or is to own them. */
  ownerUrl: string;
  path: string;
  backup: CheckedBackup;
  /** Whether what is in the database may go. */
  replace: boolean;
  /** What else belongs to it and is done in the same transaction, on the schema of this version. */
  afterwards?: (client: pg.Client) => Promise<void>;
};

/** Sessions that ended after the snapshot would be open again: everybody logs in anew. */
const endedByRestore = ['sessions', 'login_steps'];
const ourServers = `select count(*)::int as count from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()
    and application_name in ('engawa', 'engawa-sealer', 'engawa-listener', 'engawa-jobs', 'engawa-imports')`;

/** Puts a checked backup into the database in one transaction: all of it, or nothing and the database as it was. */
export async function restore(restoring: Restoring): Promise<void> {
  const { ownerUrl, path, backup, replace } = restoring;
  const migrations = migrationsOf(backup.header, await readMigrations());
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'engawa-restore' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(plainTexts);
    await refuseInUse(client);
    await client.query('begin');
    await makeRoom(client, replace);
    for (const migration of migrations.done) await applyInto(client, migration);
    await load(client, path, backup);
    for (const migration of migrations.newer) await applyInto(client, migration);
    await client.query(endedByRestore.map((name) => `delete from ${quoted(name)}`).join('; '));
    await restoring.afterwards?.(client);
    await client.query('commit');
  } finally {
    await client.end().catch(() => undefined);
  }
  await migrate(ownerUrl);
}

/** The migrations that the backup has seen, and those of this version that it has not. */
function migrationsOf(header: Header, known: readonly Migration[]): { done: Migration[]; newer: Migration[] } {
  const seen = new Map(header.migrations.map((one) => [one.number, one]));
  for (const { number, name, hash } of header.migrations) {
    const found = known.find((one) => one.number === number);
    if (!found)
      throw new RestoreRefused(
        `it was made by a newer Engawa (migration ${name}); restore it with that or a later one`,
      );
    if (found.hash !== hash) throw new RestoreRefused(`its migration ${name} is not the one of this Engawa`);
  }
  return {
    done: known.filter(({ number }) => seen.has(number)),
    newer: known.filter(({ number }) => !seen.has(number)),
  };
}

async function refuseInUse(client: pg.Client): Promise<void> {
  const { rows } = await client.query(ourServers);
  if (rows[0].count > 0)
    throw new RestoreRefused('a server works on this database; stop every server on it and restore again');
}

async function makeRoom(client: pg.Client, replace: boolean): Promise<void> {
  const filled = await filledTables(client);
  if (filled.length > 0 && !replace)
    throw new RestoreRefused(
      `the database is not empty (there are rows in ${filled.length} tables); restore into an empty one, or say --replace to lose what is in it`,
    );
  await dropOurs(client);
}

async function load(client: pg.Client, path: string, { header, end }: CheckedBackup): Promise<void> {
  const tables = await readTables(client);
  const there = new Map(tables.map((table) => [table.name, table]));
  for (const table of header.tables) await fit(client, table, there.get(table.name));
  const references = await loosen(client, tables);
  for await (const { table: name, rows } of readRows(path)) {
    const table = header.tables.find((one) => one.name === name);
    if (!table) throw new BrokenBackup(`it has rows of ${name}, which it does not name`);
    const stream = client.query(copyFrom(`copy ${quoted(name)} (${table.columns.map(quoted).join(', ')}) from stdin`));
    await pipeline(Readable.from(rows), stream);
    if (stream.rowCount !== end.rows[name])
      throw new BrokenBackup(`${name} has ${stream.rowCount} rows instead of ${end.rows[name]}`);
  }
  for (const sequence of end.sequences) await setSequence(client, sequence);
  await tighten(client, tables, references);
}

/** The same columns, and the parts that its rows lie in. */
async function fit(client: pg.Client, table: Table, there: Table | undefined): Promise<void> {
  const missing = table.columns.filter((column) => !there?.columns.includes(column));
  if (!there || missing.length > 0)
    throw new BrokenBackup(
      `its table ${table.name} does not fit its own migrations (${missing.join(', ') || 'unknown'})`,
    );
  const parts = new Set(there.parts.map(({ name }) => name));
  for (const { name, bounds } of table.parts.filter((part) => !parts.has(part.name)))
    await client.query(`create table ${quoted(name)} partition of ${quoted(table.name)} ${bounds}`);
}

/** Rows come table by table, and what they refer to may come later: references and triggers are for after. */
async function loosen(client: pg.Client, tables: readonly Table[]): Promise<ForeignKey[]> {
  const references = await readForeignKeys(client);
  for (const { table, name } of references)
    await client.query(`alter table ${quoted(table)} drop constraint ${quoted(name)}`);
  for (const { name } of tables) await client.query(`alter table ${quoted(name)} disable trigger user`);
  // A migration may have put rows there itself; the backup has them as they became.
  await client.query(`truncate ${tables.map(({ name }) => quoted(name)).join(', ')}`);
  return references;
}

async function tighten(client: pg.Client, tables: readonly Table[], references: readonly ForeignKey[]): Promise<void> {
  for (const { table, name, definition } of references)
    await client.query(`alter table ${quoted(table)} add constraint ${quoted(name)} ${definition}`);
  for (const { name } of tables) await client.query(`alter table ${quoted(name)} enable trigger user`);
}
