import { stripTypeScriptTypes } from 'node:module';
import { expect, test } from 'vitest';
import { isTest, readSources } from './sources.ts';

const filesAtLeast = 400;

/** What Node makes of a file that it runs as it is; null when it reads it. */
function whyNotRun(text: string): string | null {
  try {
    stripTypeScriptTypes(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

test('Node reads every file that it runs without a build; the compiler and the loader of the tests read more', async () => {
  expect(whyNotRun('for (const of of [1]);')).toBeTypeOf('string');
  expect(whyNotRun('enum Colour { Red }')).toBeTypeOf('string');
  const sources = await readSources(['bench', 'cli', 'domain', 'edge', 'proof', 'server', 'tools']);
  const files = sources.filter(({ path }) => !isTest(path));
  expect(files.length).toBeGreaterThanOrEqual(filesAtLeast);
  const faults = files
    .map(({ path, text }) => ({ path, fault: whyNotRun(text) }))
    .filter(({ fault }) => fault !== null);
  expect(faults).toEqual([]);
});
