import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecretKey } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../tools/test/fresh-database.ts';
import { openDatabase, type OpenDatabase } from './database.ts';
import { fileKeyProvider } from './key-provider.ts';
import { openKey } from './key-ring.ts';
import { silentLog } from './log.ts';
import { keyedHash, seal, unseal } from './seal.ts';

let fresh: FreshDatabase;
let open: OpenDatabase;
let folder: string;

beforeAll(async () => {
  fresh = await freshDatabase(inject('templateUrl'));
  open = openDatabase(fresh.appUrl, silentLog);
  folder = await mkdtemp(join(tmpdir(), 'engawa-keys-'));
});
afterAll(async () => {
  await open.close();
  await fresh.drop();
  await rm(folder, { recursive: true });
});

test('P-19 a key is made once, also by two at once, readable by its owner alone', async () => {
  const made = await Promise.all([1, 2, 3].map(() => fileKeyProvider(folder).key('a.b', true)));
  const bytes = made.map((key) => key.export().toString('hex'));
  expect(new Set(bytes).size).toBe(1);
  expect(await readdir(folder)).toEqual(['a.b.key']);
  expect((await stat(join(folder, 'a.b.key'))).mode & 0o777).toBe(0o600);
});

test('P-19 a lost or exchanged master secret stops the start and says so', async () => {
  const provider = fileKeyProvider(folder);
  await openKey(open.db, provider, 'lost');
  await rm(join(folder, 'lost.key'));
  await expect(openKey(open.db, provider, 'lost')).rejects.toThrow(/"lost" is missing .* restore it/);
  await writeFile(join(folder, 'lost.key'), randomBytes(32));
  await expect(openKey(open.db, provider, 'lost')).rejects.toThrow(/not the one this database was used with/);
  await expect(provider.key('../x', true)).rejects.toThrow(/cannot be the name/);
  await expect(provider.key('a'.repeat(128), false)).rejects.toThrow(/is missing/);
  await expect(provider.key('a'.repeat(129), true)).rejects.toThrow(/cannot be the name/);
});

test('P-19 what is sealed opens only with the same key at the same place', () => {
  const key = createSecretKey(randomBytes(32));
  const sealed = seal(key, 'draft 1', 'CANARY');
  expect(sealed.toString('latin1')).not.toContain('CANARY');
  expect(unseal(key, 'draft 1', sealed).toString()).toBe('CANARY');
  expect(() => unseal(key, 'draft 2', sealed)).toThrow(/authenticate/);
  expect(() => unseal(createSecretKey(randomBytes(32)), 'draft 1', sealed)).toThrow(/authenticate/);
});

test('P-19 a keyed hash tells apart parts that only look alike when joined', () => {
  const key = createSecretKey(randomBytes(32));
  expect(keyedHash(key, 'ab', 'c').equals(keyedHash(key, 'a', 'bc'))).toBe(false);
});
