import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../../server/config.ts';
import { settings, type Setting } from '../../server/settings.ts';

const all: Setting[] = Object.values(settings);
const page = readFileSync(join(checkout, 'docs', 'settings.md'), 'utf8');

/** The line of one setting in the table. */
function rowOf({ name, meaning, expected, unset, secret }: Setting): string {
  return `| \`${name}\` | ${meaning} | ${expected} | ${unset} | ${secret ? 'yes' : ''} |`;
}

test('docs/settings.md lists every setting of the server as the server knows it, and nothing else', () => {
  const rows = page.split('\n').filter((line) => /^\| `[A-Z_]+` /.test(line));
  expect(rows.length).toBeGreaterThanOrEqual(12);
  expect(rows).toEqual(all.map(rowOf));
});
