import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../cli/commands.ts';
import { checkout } from '../../server/config.ts';
import { codeBlocks } from './markdown.ts';
import { localLinks, namedCommands, namedFiles, readPages, whyBroken } from './pages.ts';

const pages = readPages();
/** Files that a recipe has its reader make. */
const exampleFile = /\/remarks[/.]|\/ID\//;
const runMs = 120_000;

test('every link between the pages leads somewhere', () => {
  const links = pages.flatMap((page) => localLinks(page).map((target) => ({ page, target })));
  expect(pages.length).toBeGreaterThan(15);
  expect(links.length).toBeGreaterThan(20);
  expect(links.flatMap(({ page, target }) => whyBroken(page, target) ?? [])).toEqual([]);
});

test('every file of the repository that a page names is there', () => {
  const named = pages.flatMap((page) => namedFiles(page).map((file) => ({ page: page.path, file })));
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter(({ file }) => !exampleFile.test(file) && !existsSync(join(checkout, file)))).toEqual([]);
});

test('every command that a page names exists', () => {
  const names = pages.flatMap((page) => namedCommands(page).map((words) => ({ page: page.path, words })));
  const exists = (words: string) =>
    [words, words.split(' ')[0] ?? ''].some((name) => name in commands || name === 'help');
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter(({ words }) => !exists(words))).toEqual([]);
});

const runnable = pages.flatMap(({ path, text }) =>
  codeBlocks(text)
    .filter(({ marks }) => marks.includes('run'))
    .map((block) => ({ path, ...block })),
);

test.each(runnable)('the commands in $path, line $line, run', { timeout: runMs }, ({ text }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'engawa-docs-'));
  const env = { ...process.env, ENGAWA_DATA_DIR: dataDir };
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-ec', text], {
    cwd: checkout,
    env,
    encoding: 'utf8',
    timeout: runMs,
  });
  rmSync(dataDir, { recursive: true });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  expect(stdout).not.toBe('');
});

test('there are commands to run', () => {
  expect(runnable.length).toBeGreaterThanOrEqual(2);
});
