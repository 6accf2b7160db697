import { appendFile, chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openJournal, readJournal, type JournalLine } from './journal.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engawa-journal-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const line = (n: number): JournalLine => ({ kind: 'test', site: 's', at: new Date(n).toISOString(), body: { n } });

test('what many write at once through two processes is there when each was told, whole and in its order', async () => {
  const path = join(folder, 'many');
  const journals = [openJournal(path, () => new Date(0)), openJournal(path, () => new Date(0))];
  await Promise.all(
    Array.from({ length: 200 }, async (_, n) => journals[n % 2]?.write([line(2 * n), line(2 * n + 1)])),
  );
  const { lines, torn } = await readJournal([path]);
  expect({ torn, numbers: lines.map(({ body }) => body['n']) }).toEqual({
    torn: 0,
    numbers: Array.from({ length: 400 }, (_, n) => n),
  });
  const [file = ''] = await readdir(path);
  expect(file).toBe('1970-01-01.journal');
  expect((await stat(join(path, file))).mode & 0o777).toBe(0o600);
});

test('a line that was torn by a crash or altered counts for nothing, and no other with it', async () => {
  const path = join(folder, 'torn');
  const journal = openJournal(path, () => new Date(0));
  await journal.write([line(1), line(2), line(3)]);
  const file = join(path, '1970-01-01.journal');
  await writeFile(file, (await readFile(file, 'utf8')).replace('{"n":2}', '{"n":7}'));
  await appendFile(file, (await readFile(file, 'utf8')).trim().slice(0, 30));
  const { lines, torn } = await readJournal([path, join(folder, 'nowhere')]);
  expect({ torn, numbers: lines.map(({ body }) => body['n']) }).toEqual({ torn: 2, numbers: [1, 3] });
});

test('what is written after half a line is whole: the half alone is lost', async () => {
  const path = join(folder, 'half');
  const write = (n: number) => openJournal(path, () => new Date(0)).write([line(n)]);
  await write(1);
  const file = join(path, '1970-01-01.journal');
  await appendFile(file, (await readFile(file, 'utf8')).trim().slice(0, 30));
  await write(2);
  const { lines, torn } = await readJournal([path]);
  expect({ torn, numbers: lines.map(({ body }) => body['n']) }).toEqual({ torn: 1, numbers: [1, 2] });
});

test('who writes is told when it cannot be written', async () => {
  const file = join(folder, 'a-file');
  await writeFile(file, '');
  await chmod(file, 0o600);
  await expect(openJournal(file, () => new Date(0)).write([line(1)])).rejects.toThrow(/EEXIST|ENOTDIR/);
});
