import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tellings } from '../../domain/alarms/telling.ts';
import { eventKinds } from '../../domain/events/kinds.ts';
import en from '../../domain/texts/en/events.ts';
import ja from '../../domain/texts/ja/events.ts';

const server = join(import.meta.dirname, '..');
/** Made out of two words. */
const composed = [
  ...tellings.map((telling) => `alarms.${telling}`),
  'maintenance-window.ended',
  'maintenance-window.cancelled',
];

async function sources(): Promise<string[]> {
  const names = await readdir(server, { recursive: true });
  const files = names.filter((name) => name.endsWith('.ts') && !/\.(test|generated)\.ts$/.test(name));
  return Promise.all(files.map((name) => readFile(join(server, name), 'utf8')));
}

test('P-25 what the code records is the catalogue, each kind with its sentence in both languages', async () => {
  const written = new Set(
    (await sources()).flatMap((source) =>
      [...source.matchAll(/'([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)'/g)].map(([, kind]) => kind),
    ),
  );
  const kinds: readonly string[] = eventKinds;
  // That nothing else is recorded is for the compiler: `what` of an event is one of these.
  expect(kinds.filter((kind) => !written.has(kind) && !composed.includes(kind))).toEqual([]);
  expect(composed.filter((kind) => !kinds.includes(kind))).toEqual([]);
  expect(kinds.length).toBeGreaterThan(150);
  for (const texts of [en, ja] as Record<string, Record<string, string>>[]) {
    const sentences = kinds.map((kind) => kind.split('.')).map(([group = '', name = '']) => texts[group]?.[name] ?? '');
    expect(sentences.filter((sentence) => sentence.length < 5)).toEqual([]);
  }
});
