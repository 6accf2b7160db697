import { randomBytes } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { holdSnapshot, rowsOf } from '../../../proof/backup/rows.ts';
import { newCompany, type Member } from '../../../tools/test/accounts.ts';
import { giveActivationKeys, randomHex } from '../../../tools/test/activation-keys.ts';
import { freshDatabase, type FreshDatabase } from '../../../tools/test/fresh-database.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { checkout } from '../../config.ts';
import { backUp, type BackupSource } from './back-up.ts';
import { checkBackup } from './read-backup.ts';
import { restore } from './restore.ts';
import { putSites, restoreAll } from './restore-all.ts';

const passphrase = 'a passphrase for tests';
const category = 'conference-unit';

let server: TestServer;
let folder: string;
let ownerUrl: string;
let company: Member;
const fresh: FreshDatabase[] = [];

beforeAll(async () => {
  server = await startTestServer();
  folder = await mkdtemp(join(tmpdir(), 'engawa-backup-'));
  ownerUrl = server.databaseUrl.replace('engawa_app@', 'engawa_owner@');
  company = await newCompany(server);
  await issue(1);
});
afterAll(async () => {
  await server.close();
  for (const database of fresh) await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function issue(count: number): Promise<void> {
  const activationKeys = await giveActivationKeys(server, count);
  await company.create(`${company.path}/registration-keys`, { category, deviceId: randomHex(16), activationKeys });
}

async function keysDir(): Promise<string> {
  const path = join(folder, `keys-${randomHex(8)}`);
  await mkdir(path);
  for (const name of ['server.rest', 'server.proofs']) await writeFile(join(path, `${name}.key`), randomBytes(32));
  return path;
}

async function source(more: Partial<BackupSource> = {}): Promise<BackupSource> {
  const sitesDir = join(checkout, 'sites');
  return { databaseUrl: ownerUrl, keysDir: await keysDir(), sitesDir, passphrase: null, ...more };
}

const newPath = () => join(folder, `${randomHex(8)}.backup`);

async function emptyDatabase(): Promise<FreshDatabase> {
  const database = await freshDatabase(inject('templateUrl'));
  fresh.push(database);
  return database;
}

test('P-27 a backup taken while people work is one moment: restored, each row is that of its snapshot', async () => {
  let working = true;
  const work = (async () => {
    while (working) await issue(2);
  })();
  const snapshot = await holdSnapshot(ownerUrl);
  const path = newPath();
  await issue(1);
  const { end } = await backUp(await source({ snapshot: snapshot.id }), path).finally(() => (working = false));
  await work;
  await issue(1);
  const expected = await snapshot.rows();
  await snapshot.release();
  const database = await emptyDatabase();
  await restore({ ownerUrl: database.ownerUrl, path, backup: await checkBackup(path), replace: false });
  const { sessions: before, ...rest } = expected;
  const { sessions: after, ...restored } = await rowsOf(database.ownerUrl);
  expect(restored).toEqual(rest);
  expect({ before, after }).toEqual({ before: expect.stringMatching(/^1 rows/), after: '0 rows ' });
  expect(Object.keys(rest).length).toBe(Object.keys(end.rows).length - 1);
  expect(rest['registration_key_bindings']).not.toMatch(/^0/);
  // More was there afterwards than in the snapshot, so that an equality of everything with anything would not do.
  expect((await rowsOf(ownerUrl))['registration_key_bindings']).not.toBe(rest['registration_key_bindings']);
});

test('P-27 a restored database is one to work on: schema, references, rights and what only grows are as they were', async () => {
  const path = newPath();
  await backUp(await source(), path);
  const database = await emptyDatabase();
  const { default: pg } = await import('pg');
  const schema = async (url: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const { rows } = await client.query(`
        select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint where connamespace = 'public'::regnamespace
        union all select tgrelid::regclass::text || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
        union all select relname || ' ' || coalesce(relacl::text, '') from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v')
        union all select sequencename || ' ' || coalesce(last_value, 0)::text from pg_sequences where schemaname = 'public'
        order by 1`);
      return rows.map((row) => row.line);
    } finally {
      await client.end();
    }
  };
  await restore({ ownerUrl: database.ownerUrl, path, backup: await checkBackup(path), replace: false });
  const restored = await schema(database.ownerUrl);
  expect(restored.length).toBeGreaterThan(300);
  expect(restored).toEqual(await schema(ownerUrl));
});

test('P-27 a backup that was cut off or altered anywhere is told before anything is written', async () => {
  const path = newPath();
  await backUp(await source(), path);
  const database = await emptyDatabase();
  const before = await rowsOf(database.ownerUrl);
  const packed = await readFile(path);
  const plain = gunzipSync(packed);
  const flipped = (at: number) => {
    const copy = Buffer.from(plain);
    copy[at] = (copy[at] ?? 0) ^ 1;
    return gzipSync(copy);
  };
  const broken = [
    packed.subarray(0, packed.length - 1),
    packed.subarray(0, Math.floor(packed.length / 2)),
    Buffer.from('something else'),
    Buffer.alloc(0),
    gzipSync(Buffer.concat([plain, Buffer.from('X')])),
    ...Array.from({ length: 60 }, (_, at) => flipped(Math.floor((at * (plain.length - 1)) / 59))),
  ];
  for (const bytes of broken) {
    const other = newPath();
    await writeFile(other, bytes);
    await expect(checkBackup(other), `${bytes.length} bytes`).rejects.toThrow(/./);
  }
  expect(await rowsOf(database.ownerUrl)).toEqual(before);
});

test('P-27 what fails while rows are written leaves the database, the keys and the sites as they were', async () => {
  const path = newPath();
  const from = await source({ passphrase });
  await backUp(from, path);
  const database = await emptyDatabase();
  const backup = await checkBackup(path);
  backup.end.rows['users'] = 1_000;
  const dataDir = join(folder, randomHex(8));
  const settings = { dataDir, sitesDir: from.sitesDir, backupPassphrase: passphrase };
  const before = await rowsOf(database.ownerUrl);
  const tried = restoreAll(settings, { ownerUrl: database.ownerUrl, path, backup, replace: false });
  await expect(tried).rejects.toThrow('users has 1 rows instead of 1000');
  expect(await rowsOf(database.ownerUrl)).toEqual(before);
  expect(await readdir(join(dataDir, 'keys'))).toEqual([]);
});

test('P-27 a filled database and one at work are refused; told so, what was there is replaced', async () => {
  const path = newPath();
  const snapshot = await holdSnapshot(ownerUrl);
  await backUp(await source({ snapshot: snapshot.id }), path);
  const { sessions: _, ...expected } = await snapshot.rows();
  await snapshot.release();
  const backup = await checkBackup(path);
  await expect(restore({ ownerUrl, path, backup, replace: true })).rejects.toThrow('a server works on this database');
  const database = await emptyDatabase();
  await restore({ ownerUrl: database.ownerUrl, path, backup, replace: false });
  await expect(restore({ ownerUrl: database.ownerUrl, path, backup, replace: false })).rejects.toThrow('is not empty');
  await restore({ ownerUrl: database.ownerUrl, path, backup, replace: true });
  expect(await rowsOf(database.ownerUrl)).toMatchObject(expected);
  const newer = structuredClone(backup);
  newer.header.migrations.push({ number: 9_999, name: '9999-later.sql', hash: '' });
  await expect(restore({ ownerUrl: database.ownerUrl, path, backup: newer, replace: true })).rejects.toThrow(
    'made by a newer Engawa (migration 9999-later.sql)',
  );
});

test('P-27 master secrets are in a backup only under a passphrase, come back by it alone, and replace no others', async () => {
  const bare = await source();
  const barePath = newPath();
  await backUp(bare, barePath);
  const from = await source({ passphrase });
  const path = newPath();
  await backUp(from, path);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const secret = await readFile(join(from.keysDir, 'server.rest.key'));
  const plain = gunzipSync(await readFile(path));
  for (const form of [secret, Buffer.from(secret.toString('base64')), Buffer.from(secret.toString('hex'))])
    expect(plain.includes(form)).toBe(false);

  const target = (more: object = {}) => ({
    dataDir: join(folder, randomHex(8)),
    sitesDir: from.sitesDir,
    backupPassphrase: null as string | null,
    ...more,
  });
  const again = async (settings: ReturnType<typeof target>, backupPath: string) =>
    restoreAll(settings, {
      ownerUrl: (await emptyDatabase()).ownerUrl,
      path: backupPath,
      backup: await checkBackup(backupPath),
      replace: false,
    });
  await expect(again(target(), path)).rejects.toThrow('ENGAWA_BACKUP_PASSPHRASE');
  await expect(again(target({ backupPassphrase: 'another passphrase' }), path)).rejects.toThrow('does not open');
  const settings = target({ backupPassphrase: passphrase });
  await again(settings, path);
  expect(await readFile(join(settings.dataDir, 'keys', 'server.rest.key'))).toEqual(secret);
  expect((await stat(join(settings.dataDir, 'keys', 'server.rest.key'))).mode & 0o777).toBe(0o600);
  await writeFile(join(settings.dataDir, 'keys', 'server.rest.key'), randomBytes(32));
  await expect(again(settings, path)).rejects.toThrow('other master secrets than the backup (server.rest.key)');
  // Without a passphrase they are named, and what is missing afterwards is told.
  const { keysMissing } = await again(target(), barePath);
  expect(keysMissing).toContain('server.rest');
});

test('P-27 the folders of sites come back where there are none, and beside those in use where they differ', async () => {
  const sitesDir = join(folder, 'sites');
  await cp(join(checkout, 'sites'), sitesDir, { recursive: true });
  const path = newPath();
  await backUp(await source({ sitesDir }), path);
  const { siteFiles } = await checkBackup(path);
  const beside = join(folder, 'sites-beside');
  expect(await putSites(siteFiles, sitesDir, beside)).toBeNull();
  const nowhere = join(folder, 'sites-elsewhere');
  expect(await putSites(siteFiles, nowhere, beside)).toBe(nowhere);
  const site = join('conference', 'site.yaml');
  expect(await readFile(join(nowhere, site))).toEqual(await readFile(join(sitesDir, site)));
  await writeFile(join(sitesDir, site), 'changed since');
  expect(await putSites(siteFiles, sitesDir, beside)).toBe(beside);
  expect(await readFile(join(beside, site))).toEqual(await readFile(join(nowhere, site)));
  expect(await readFile(join(sitesDir, site), 'utf8')).toBe('changed since');
});
