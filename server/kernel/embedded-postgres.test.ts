import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, expect, test, vi } from 'vitest';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';
import { DataFolderInUse } from './embedded-postgres/holder.ts';

const module = join(import.meta.dirname, 'embedded-postgres.ts');
const folders: string[] = [];
const running: EmbeddedPostgres[] = [];

afterEach(async () => {
  for (const database of running.splice(0)) await database.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'engawa-test-'));
  folders.push(folder);
  return folder;
}

async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const database = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  running.push(database);
  return database;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

/** A server in a process of its own, which can be killed. */
async function startInChild(dataDir: string): Promise<{ child: ChildProcess; databasePid: number }> {
  const script = `const { startEmbeddedPostgres } = await import(${JSON.stringify(module)})
    const database = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: () => undefined })
    console.log(database.pid)
    setInterval(() => undefined, 60_000)`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const databasePid = await new Promise<number>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString())));
    child.once('exit', () => reject(new Error('the child ended before its database ran')));
  });
  return { child, databasePid };
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

test('a fresh data folder gets a database whose two roles own and do not own it', async () => {
  const { ownerUrl, appUrl, adopted } = await start(newDataDir());
  expect(adopted).toBe(false);
  expect(
    await query(
      appUrl,
      'select current_user as me, d.datdba::regrole::text as owner from pg_database d where datname = current_database()',
    ),
  ).toEqual([{ me: 'engawa_app', owner: 'engawa_owner' }]);
  expect(await query(ownerUrl, "select extname from pg_extension where extname = 'pg_trgm'")).toHaveLength(1);
  await expect(query(appUrl, 'create table theirs ()')).rejects.toThrow('permission denied');
  expect(
    await query(
      ownerUrl,
      "select rolname from pg_roles where rolname like 'engawa%' and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls)",
    ),
  ).toEqual([]);
});

test('nobody else can reach the database: no TCP, a private socket folder, fsync on', async () => {
  const dataDir = newDataDir();
  const { superuserUrl } = await start(dataDir);
  const [settings] = await query(
    superuserUrl('engawa'),
    "select current_setting('listen_addresses') as tcp, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits",
  );
  expect(settings).toEqual({ tcp: '', fsync: 'on', commits: 'on' });
  for (const name of ['postgres', 'postgres-socket']) expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o700);
});

test('what was committed is there after stop and start', async () => {
  const dataDir = newDataDir();
  const first = await start(dataDir);
  await query(first.ownerUrl, "create table kept as select 'before' as word");
  await first.stop();
  const second = await start(dataDir);
  expect(second.adopted).toBe(false);
  expect(await query(second.ownerUrl, 'select word from kept')).toEqual([{ word: 'before' }]);
});

test('the database of a killed server is adopted, and its data are there', async () => {
  const dataDir = newDataDir();
  const { child, databasePid } = await startInChild(dataDir);
  await killed(child);
  const database = await start(dataDir);
  expect(database).toMatchObject({ adopted: true, pid: databasePid });
  expect(await query(database.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a second server on the same folder is refused with a sentence that names the first', async () => {
  const dataDir = newDataDir();
  const { child } = await startInChild(dataDir);
  await expect(start(dataDir)).rejects.toThrow(DataFolderInUse);
  await expect(start(dataDir)).rejects.toThrow(`process ${child.pid}) is running on the data folder ${dataDir}`);
  await killed(child);
  await start(dataDir);
});

test('a killed database is started again where it was, and what was committed is there', async () => {
  const { pid, ownerUrl, ...database } = await start(newDataDir());
  const given = vi.fn<() => void>();
  database.onExit(given);
  await query(ownerUrl, "create table kept as select 'committed' as word");
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => query(ownerUrl, 'select word from kept').catch(() => null)).toEqual([{ word: 'committed' }]);
  expect(given).not.toHaveBeenCalled();
});

test('of two servers that start at once on a fresh folder one wins', async () => {
  const dataDir = newDataDir();
  const both = await Promise.allSettled([startInChild(dataDir), startInChild(dataDir)]);
  const winners = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value.child] : []));
  expect(winners).toHaveLength(1);
  for (const child of winners) await killed(child);
  expect(await start(dataDir)).toMatchObject({ adopted: true });
});

test('a left-over postmaster.pid whose number now belongs to another process is no obstacle', async () => {
  const dataDir = newDataDir();
  const first = await start(dataDir);
  const file = join(dataDir, 'postgres', 'postmaster.pid');
  const lines = readFileSync(file, 'utf8').split('\n').slice(1);
  await first.stop();
  const other = spawn(
    'sleep',
    ['60'],
    first.pid && process.getuid?.() === 0 ? { uid: statSync(join(dataDir, 'postgres')).uid } : {},
  );
  writeFileSync(file, [other.pid, ...lines].join('\n'));
  const second = await start(dataDir);
  expect(second.adopted).toBe(false);
  other.kill('SIGKILL');
});

test('a data folder with a long path has its socket elsewhere, in a folder that must be private', async () => {
  const dataDir = join(newDataDir(), 'a'.repeat(60), 'b'.repeat(60));
  mkdirSync(dataDir, { recursive: true });
  spawnSync('chmod', ['-R', 'a+x', folders[0] ?? dataDir]);
  const first = await start(dataDir);
  const socket = new URL(first.appUrl).searchParams.get('host') ?? '';
  folders.push(socket);
  expect(socket.startsWith(dataDir)).toBe(false);
  expect(statSync(socket).mode & 0o777).toBe(0o700);
  await first.stop();
  spawnSync('chmod', ['755', socket]);
  await expect(start(dataDir)).rejects.toThrow('nobody else may open');
});
