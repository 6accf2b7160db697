import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../../server/config.ts';
import { loadSites } from '../../server/sites/load.ts';
import { codeBlocks } from './markdown.ts';

test('P-01 the whole site in docs/site-format.md loads as it stands there', async () => {
  const page = await readFile(join(checkout, 'docs', 'site-format.md'), 'utf8');
  const files = codeBlocks(page).flatMap(({ marks, text }) => {
    const name = marks.find((mark) => mark.startsWith('file='))?.slice('file='.length);
    return name ? [{ name, text }] : [];
  });
  expect(files.map(({ name }) => name)).toContain('lantern/site.yaml');
  const folder = await mkdtemp(join(tmpdir(), 'engawa-format-'));
  try {
    for (const { name, text } of files) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    const sites = await loadSites(folder, 'http://localhost:3000');
    expect([...sites.keys()]).toEqual(['lantern']);
    expect(sites.get('lantern')?.documents).toHaveLength(files.length - 1);
    expect(Object.keys(sites.get('lantern')?.capabilities ?? {})).toEqual(['registration-keys']);
  } finally {
    await rm(folder, { recursive: true });
  }
});
