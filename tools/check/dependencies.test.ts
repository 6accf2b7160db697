import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from './sources.ts';

type Manifest = Record<string, Record<string, string> | undefined>;

const kinds = ['dependencies', 'optionalDependencies', 'devDependencies', 'peerDependencies'];
const tools = readdirSync(join(checkout, 'tools')).map((name) => `tools/${name}/package.json`);
const manifests = ['package.json', ...tools].flatMap((path) => {
  const text = readOrNothing(path);
  return text === null ? [] : [{ path, manifest: JSON.parse(text) as Manifest }];
});

function readOrNothing(path: string): string | null {
  try {
    return readFileSync(join(checkout, path), 'utf8');
  } catch {
    return null;
  }
}

function namesIn(manifest: Manifest): string[] {
  return kinds.flatMap((kind) => Object.keys(manifest[kind] ?? {})).toSorted();
}

/** The packages with a line in the sections whose heading names this package.json. */
function linesFor(path: string): string[] {
  const page = readFileSync(join(checkout, 'docs', 'dependencies.md'), 'utf8');
  const sections = page
    .split(/^## /m)
    .filter((section) => section.slice(0, section.indexOf('\n')).includes(`(${path})`));
  return sections
    .flatMap((section) =>
      [...section.matchAll(/^\| `([^`]+)` \| [^|]{4,} \| [^|]{4,} \|$/gm)].map(([, name = '']) => name),
    )
    .toSorted();
}

test.each(manifests)(
  'docs/dependencies.md has a line for each package of $path and none left over',
  ({ path, manifest }) => {
    expect(linesFor(path)).toEqual(namesIn(manifest));
  },
);

test('every version is exact, so that two installs are the same', () => {
  const all = manifests.flatMap(({ manifest }) => kinds.flatMap((kind) => Object.entries(manifest[kind] ?? {})));
  expect(manifests.length).toBe(4);
  expect(all.length).toBeGreaterThan(45);
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
});
