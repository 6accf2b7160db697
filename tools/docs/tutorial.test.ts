import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../../server/config.ts';
import { tutorialPages } from '../test/tutorial.ts';
import { codeBlocks, withoutCodeBlocks } from './markdown.ts';
import { localLinks } from './pages.ts';

const pages = tutorialPages.map((path) => ({ path, text: readFileSync(join(checkout, 'docs', path), 'utf8') }));

test('the tutorial has its reader type the same in each language: what a journey does by one of them, it does by all', () => {
  const [first = [], ...others] = pages.map(({ text }) =>
    codeBlocks(text).map(({ language, marks, text: block }) => ({ language, marks, block })),
  );
  expect(first.length).toBeGreaterThan(10);
  expect(others.length).toBe(1);
  for (const one of others) expect(one).toEqual(first);
});

test('it has the same chapters and lists in each language, and the pictures of its own', () => {
  const shapes = pages.map(({ text }) =>
    withoutCodeBlocks(text)
      .split('\n')
      .flatMap((line) => /^(#+|\d\.|!\[)/.exec(line.trim())?.[1] ?? []),
  );
  expect(shapes[0]?.length).toBeGreaterThan(10);
  expect(shapes[1]).toEqual(shapes[0]);
  const pictures = pages.map((page) => localLinks(page).filter((target) => target.startsWith('images/')));
  expect(pictures[0]?.length).toBeGreaterThan(1);
  expect(pictures[1]).toEqual(pictures[0]?.map((path) => path.replace('.en.', '.ja.')));
});
