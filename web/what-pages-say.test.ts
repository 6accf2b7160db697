import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { languages } from '../domain/site/languages.ts';
import { capabilities } from './capabilities.ts';
import type { PageEntry } from './context/descriptor.ts';

const here = import.meta.dirname;
const sources = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|^ui\/|\.generated\./.test(path))
  .map((path) => ({ path, text: readFileSync(join(here, path), 'utf8') }));
const sourceAt = (path: string) => sources.find((one) => one.path === path)?.text ?? '';

/** The file that a page is in. */
function fileOf(page: PageEntry): string {
  return /["']\/web\/([^"']+)["']/.exec(page.load.toString())?.[1] ?? '';
}
/** Is left at once for the first step of a draft. */
const leadsOn = (path: string) => sourceAt(path).includes('<StartDraft');

test('every page to which a menu or the home page leads says beneath its heading what it is for', () => {
  const led = new Set(capabilities.flatMap(({ menu, cards }) => [...menu, ...cards].map(({ path }) => path)));
  const files = capabilities.flatMap(({ pages }) => pages.filter(({ path }) => led.has(path)).map(fileOf));
  const looked = files.filter((path) => sourceAt(path) !== '' && !leadsOn(path));
  expect(files.filter((path) => sourceAt(path) === '')).toEqual([]);
  expect(looked.length).toBeGreaterThan(40);
  expect(looked.filter((path) => !/\blead=/.test(sourceAt(path)))).toEqual([]);
});

test('nothing empty is shown without a sentence on what would stand there', () => {
  const drawn = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/<EmptyState\b[^>]*>/g)].map(([one]) => [path, one]),
  );
  expect(drawn.length).toBeGreaterThan(8);
  expect(drawn.filter(([, one = '']) => one.endsWith('/>'))).toEqual([]);
});

/** The texts that a list shows while there is nothing in it: their keys with the namespace. */
function emptyTexts({ path, text }: { path: string; text: string }): string[] {
  return [...text.matchAll(/emptyText=\{(\w+)\(([^)]*)\)\}/g)].flatMap(({ 1: name = '', 2: args = '', index }) => {
    const spaces = [
      ...text.slice(0, index).matchAll(new RegExp(`const ${name} = useTranslations\\('([^']+)'\\)`, 'g')),
    ];
    const space = spaces.at(-1)?.[1] ?? `${path} has no ${name}`;
    return [...args.matchAll(/'([^']+)'/g)].map(([, key]) => `${space}.${key}`);
  });
}

async function textAt(key: string, language: (typeof languages)[number]): Promise<string> {
  const [name = '', ...rest] = key.split('.');
  const texts = capabilities
    .flatMap((one) => [{ [one.name]: one.texts }, one.moreTexts ?? {}])
    .find((one) => name in one)?.[name];
  const { default: all } = (await texts?.[language]()) ?? { default: {} };
  return String(rest.reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], all));
}

/** One sentence that says no more than that there is nothing, which the title above it says already. */
const saysNothing = {
  en: /^(There (is|are) (no|nobody|nothing)|No|Nobody|Nothing|You have not|Every)\b[^.]*\.$/,
  ja: /^[^。]*(ありません|いません|いらっしゃいません)。$/,
};

test('what a list shows while it is empty says in both languages what would bring something there', async () => {
  const lists = sources.filter(({ text }) => text.includes('<ServerList'));
  const keys = new Set(lists.flatMap(emptyTexts));
  expect(lists.length).toBeGreaterThan(40);
  expect(lists.filter((one) => emptyTexts(one).length === 0).map(({ path }) => path)).toEqual([]);
  const poor: string[] = [];
  for (const key of keys)
    for (const language of languages) {
      const text = await textAt(key, language);
      if (text === 'undefined' || saysNothing[language].test(text)) poor.push(`${language} ${key}: ${text}`);
    }
  expect(poor).toEqual([]);
});
