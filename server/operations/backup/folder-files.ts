import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { BrokenBackup, type Frame } from './frames.ts';

export type FolderFile = { path: string; bytes: Buffer };

const fileBytesMax = 32 * 1024 * 1024;

/** Every file below a folder by its path there, in one order; what is hidden or no plain file is left out. */
export async function* readFolder(folder: string): AsyncGenerator<FolderFile> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .toSorted();
  for (const path of paths) {
    const bytes = await readFile(join(folder, path));
    if (bytes.length > fileBytesMax) throw new Error(`${join(folder, path)} is too large for a backup`);
    yield { path, bytes };
  }
}

/** The file in a frame of a backup. */
export function fileIn({ bytes }: Frame): FolderFile {
  const at = bytes.indexOf(0);
  const path = bytes.subarray(0, Math.max(at, 0)).toString('utf8');
  if (at < 1 || path.split('/').some((part) => part === '' || part === '.' || part === '..'))
    throw new BrokenBackup('a file in it has no name that may be written');
  return { path, bytes: bytes.subarray(at + 1) };
}

/** Whether a folder holds these very files and no others; null where there is no such folder. */
export async function sameFiles(folder: string, files: readonly FolderFile[]): Promise<boolean | null> {
  if (!existsSync(folder)) return null;
  const found: FolderFile[] = [];
  for await (const file of readFolder(folder)) found.push(file);
  const wanted = new Map(files.map(({ path, bytes }) => [path, bytes]));
  return found.length === files.length && found.every(({ path, bytes }) => wanted.get(path)?.equals(bytes));
}

export async function writeFiles(folder: string, files: readonly FolderFile[]): Promise<void> {
  for (const { path, bytes } of files) {
    const target = resolve(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
}
