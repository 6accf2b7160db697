import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import en from '../../domain/texts/en/acting.ts';
import ja from '../../domain/texts/ja/acting.ts';

const server = join(import.meta.dirname, '..');
/** Whose routes somebody can call who acts for others and is no operator. */
const folders = ['acting', 'exports', 'imports', 'registration-keys', 'devices', 'unlock-codes', 'licences'];
/** Their own settings and the log-out, which accounts write. */
const ofAccounts = ['user.changed', 'login.ended'];
/** By operators alone, who act for others without these routes; and the beginning, which is not yet done for others. */
const notForOthers =
  /^(licences\.(handed|ordered|refunded|expired|taken-over|reminded|plan-failed)|licence-orders\.imported|activation-keys\.(voided|renewed|generated|delivered)|acting\.started|manufactured-devices\.imported|devices\.(replaced|ended|end-declined|released|viewed|warranty-checked))$/;

async function eventsOf(folder: string): Promise<string[]> {
  const names = await readdir(join(server, folder), { recursive: true });
  const files = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const sources = await Promise.all(files.map((name) => readFile(join(server, folder, name), 'utf8')));
  const written = /(?:what: |tell\()'([a-z-]+\.[a-z-]+)'/g;
  return sources.flatMap((source) => [...source.matchAll(written)].map((match) => String(match[1])));
}

test('P-17 whatever can be done for others has its words, in both languages', async () => {
  const found = [...(await Promise.all(folders.map(eventsOf))).flat(), ...ofAccounts];
  const events = [...new Set(found)].filter((what) => !notForOthers.test(what));
  expect(events.length).toBeGreaterThanOrEqual(17);
  const keys = events.map((what) => what.replaceAll('.', '_'));
  expect(keys.filter((key) => !(key in en.events && key in ja.events))).toEqual([]);
});
