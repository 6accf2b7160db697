import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { syncFolder } from '../../kernel/sync-folder.ts';
import { migrationsTable, quoted, readSequences, readTables, type Sequence, type Table } from './catalog.ts';
import { readFolder } from './folder-files.ts';
import { frameWriter, type FrameWriter } from './frames.ts';
import { boxKeys, type KeyBox } from './key-box.ts';

/** What a backup says of itself before anything else. */
export type Header = {
  format: typeof formatName;
  /** By which the journal says that it goes on from here. */
  id: string;
  /** The moment of the snapshot, by the database's clock. */
  takenAt: string;
  migrations: { number: number; name: string; hash: string }[];
  /** Names and fingerprints of the master secrets that the rows need. */
  keyMasters: { name: string; fingerprint: string }[];
  /** The secrets themselves, where a passphrase was given. */
  keys: KeyBox | null;
  tables: Table[];
};
export type End = { rows: Record<string, number>; sequences: Sequence[]; files: number; sha256: string };

export type BackupSource = {
  databaseUrl: string;
  keysDir: string;
  sitesDir: string;
  /** With which the master secrets are packed in; without one they are named only. */
  passphrase: string | null;
  /** A snapshot that somebody exported and holds open; else one of its own. */
  snapshot?: string;
};
export type BackupDone = { header: Header; end: Omit<End, 'sha256'>; bytes: number };

export const formatName = 'engawa-backup-1';
/** So that a value reads alike whatever the database is set to. */
export const plainTexts = `set datestyle = 'ISO'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set extra_float_digits = 1; set bytea_output = 'hex'; set client_encoding = 'UTF8'`;
const partSuffix = '.part';

/** Writes one snapshot of everything to `path`, which appears only when it is whole and on the disk. */
export async function backUp(source: BackupSource, path: string): Promise<BackupDone> {
  if (await stat(path).catch(() => null)) throw new Error(`${path} is there already; a backup replaces nothing`);
  const part = path + partSuffix;
  const file = createWriteStream(part, { mode: 0o600, flush: true });
  try {
    const done = await writeAll(source, frameWriter(file));
    const { size } = await stat(part);
    await rename(part, path);
    await syncFolder(dirname(path));
    return { ...done, bytes: size };
  } catch (error) {
    file.destroy();
    await rm(part, { force: true });
    throw error;
  }
}

async function writeAll(source: BackupSource, writer: FrameWriter): Promise<Omit<BackupDone, 'bytes'>> {
  const client = new pg.Client({ connectionString: source.databaseUrl, application_name: 'engawa-backup' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(plainTexts);
    const tables = await holdTables(client, source.snapshot ?? null);
    const header = await readHeader(client, tables, source);
    await writer.write('header', header);
    const rows: Record<string, number> = {};
    for (const table of tables) rows[table.name] = await writeTable(client, writer, table);
    const files = await writeSites(source.sitesDir, writer);
    // Counters move outside of snapshots: read last, they are beyond every row that was copied.
    const end = { rows, sequences: await readSequences(client), files };
    await client.query('commit');
    await writer.end(end);
    return { header, end };
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Begins the transaction with everything held on to before its snapshot is taken: a part that is dropped is gone for older snapshots too. Gives the
 * tables as the snapshot has them.
 */
async function holdTables(client: pg.Client, snapshot: string | null): Promise<Table[]> {
  const known = await readTables(client);
  if (known.length === 0) throw new Error('the database is empty: there is nothing to back up');
  await client.query('begin isolation level repeatable read read only');
  if (snapshot) await client.query(`set transaction snapshot '${snapshot.replaceAll("'", "''")}'`);
  await client.query(`lock table ${known.map(({ name }) => quoted(name)).join(', ')} in access share mode`);
  return readTables(client);
}

async function readHeader(client: pg.Client, tables: Table[], source: BackupSource): Promise<Header> {
  const { rows: migrations } = await client.query(`select number, name, hash from ${migrationsTable} order by number`);
  const { rows: keyMasters } = await client.query('select name, fingerprint from key_masters order by name');
  const { rows: taken } = await client.query('select transaction_timestamp() as at');
  return {
    format: formatName,
    id: randomUUID(),
    takenAt: taken[0].at.toISOString(),
    migrations,
    keyMasters,
    keys: source.passphrase ? await boxKeys(source.keysDir, source.passphrase) : null,
    tables,
  };
}

async function writeTable(client: pg.Client, writer: FrameWriter, { name, columns }: Table): Promise<number> {
  await writer.write('table', { name });
  const stream = client.query(copyTo(`copy (select ${columns.map(quoted).join(', ')} from ${quoted(name)}) to stdout`));
  for await (const chunk of stream) await writer.write('rows', chunk as Buffer);
  return stream.rowCount;
}

async function writeSites(sitesDir: string, writer: FrameWriter): Promise<number> {
  let count = 0;
  for await (const { path, bytes } of readFolder(sitesDir)) {
    const name = Buffer.from(`${path}\0`);
    await writer.write('file', Buffer.concat([name, bytes]));
    count += 1;
  }
  return count;
}
