import { expect, test } from 'vitest';
import { messageArguments } from '../../tools/check/message-arguments.ts';
import enFiles from './en/uses/files.ts';
import enPages from './en/uses/pages.ts';
import jaFiles from './ja/uses/files.ts';
import jaPages from './ja/uses/pages.ts';
import { saidInstead } from './said-instead.ts';
import { translatorFor } from './translator.ts';

const ofSheets = /枚|用紙|コピー|プリント|sheet|paper|copied|printed/i;

/** Every text with the keys that lead to it. */
function textsIn(texts: object): [path: string[], text: string][] {
  return Object.entries(texts).flatMap(([key, text]: [string, unknown]) =>
    typeof text === 'string'
      ? [[[key], text] satisfies [string[], string]]
      : textsIn(text as object).map(([path, inner]): [string[], string] => [[key, ...path], inner]),
  );
}

test('a text stands in the place of its own, what is beside it stays, and nothing is changed', () => {
  const texts = { a: { b: 'one', c: 'two' }, d: 'three' };
  expect(saidInstead(texts, { a: { b: 'other' } })).toEqual({ a: { b: 'other', c: 'two' }, d: 'three' });
  expect(texts.a.b).toBe('one');
});

test.each([
  ['ja', 'pages', jaPages],
  ['ja', 'files', jaFiles],
  ['en', 'pages', enPages],
  ['en', 'files', enFiles],
] as const)(
  'P-01 what is said without sheets (%s, %s) has a text to stand for, with the same arguments',
  async (...of) => {
    const [language, kind, instead] = of;
    const found = textsIn(instead);
    expect(found.length).toBeGreaterThan(5);
    for (const [path, text] of found) {
      const [namespace = '', ...keys] = path;
      const { default: texts } = (await import(`./${language}/${namespace}.ts`)) as { default: object };
      const own = keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], texts);
      expect(own, `${kind} ${path.join('.')}`).toEqual(expect.any(String));
      expect(messageArguments(text)).toEqual(messageArguments(String(own)));
      expect(text).not.toMatch(ofSheets);
    }
  },
);

test('P-01 where sheets are counted the words stay as they are', () => {
  const usage = (sheets: boolean) => translatorFor('ja', 'headings', { sheets })('departments.value');
  expect([usage(true), usage(false)]).toEqual(['使用枚数', '使用数']);
});
