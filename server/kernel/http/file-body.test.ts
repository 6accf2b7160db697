import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileBody } from './file-body.ts';

const longBytes = 200_000;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engawa-file-body-'));
  await writeFile(join(folder, 'long'), Buffer.alloc(longBytes, 'あ'));
  await writeFile(join(folder, 'empty'), '');
});
afterAll(() => rm(folder, { recursive: true }));

test.each([
  ['long', longBytes],
  ['empty', 0],
])('P-24 a %s file comes whole', async (name, bytes) => {
  const { length, body } = await fileBody(join(folder, name));
  expect(length).toBe(bytes);
  expect(Buffer.from(await new Response(body).arrayBuffer())).toEqual(Buffer.alloc(bytes, 'あ'));
});

test('P-24 all who are sent a file at a time share its bytes', async () => {
  const readers = await Promise.all(Array.from({ length: 100 }, () => fileBody(join(folder, 'long'))));
  const pieces = await Promise.all(readers.map(({ body }) => body.getReader().read()));
  expect(new Set(pieces.map(({ value }) => value?.buffer)).size).toBe(1);
});

test('P-24 a file that comes later is found then', async () => {
  const path = join(folder, 'later');
  await expect(fileBody(path)).rejects.toThrow(/ENOENT/);
  await writeFile(path, 'x');
  expect((await fileBody(path)).length).toBe(1);
});
