import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export const checkout = join(import.meta.dirname, '..', '..');

export type Source = {
  /** Path from the checkout, with forward slashes. */
  path: string;
  text: string;
};

const skipped = new Set(['node_modules', 'dist', 'data']);

/** The TypeScript below some folders of the checkout; folders that do not exist yet have none. */
export async function readSources(folders: readonly string[]): Promise<Source[]> {
  const paths = (await Promise.all(folders.map(listSources))).flat().toSorted();
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(checkout, path), 'utf8') })));
}

async function listSources(folder: string): Promise<string[]> {
  const entries = await readdir(join(checkout, folder), { withFileTypes: true }).catch(() => []);
  const lists = entries.map(async (entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : listSources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
  return (await Promise.all(lists)).flat();
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

export function withoutComments(text: string): string {
  // Strings come first in the alternation, so that a `//` inside one is left alone.
  return text.replace(/('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '$1');
}

/** What stands between quotes, templates included, comments not. */
export function stringLiterals(text: string): string[] {
  const found = withoutComments(text).matchAll(/'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)"|`((?:\\.|[^`\\])*)`/g);
  return [...found].map(([, single, double, template]) => single ?? double ?? template ?? '');
}
