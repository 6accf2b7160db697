import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { checkout } from '../../server/config.ts';
import { withoutCodeBlocks } from './markdown.ts';

/** A page of the documentation; `path` from the checkout. */
export type DocPage = { path: string; text: string };

/** Every Markdown page at the top of the checkout and below docs/. */
export function readPages(): DocPage[] {
  const top = readdirSync(checkout).filter((name) => name.endsWith('.md'));
  const docs = readdirSync(join(checkout, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  );
  const paths = [...top, ...docs.map((name) => join('docs', name))].toSorted();
  return paths.map((path) => ({ path, text: readFileSync(join(checkout, path), 'utf8') }));
}

/** Targets of links and pictures that lead somewhere in the repository. */
export function localLinks({ text }: DocPage): string[] {
  const targets = [...withoutCodeBlocks(text).matchAll(/!?\[[^\]]*\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

/** Why a link of a page leads nowhere, or null. */
export function whyBroken(page: DocPage, target: string): string | null {
  const [file = '', anchor] = target.split('#');
  const path = file === '' ? page.path : join(dirname(page.path), file);
  if (!existsSync(join(checkout, path))) return `${page.path}: there is no ${path}`;
  if (anchor === undefined || !path.endsWith('.md')) return null;
  const anchors = [...withoutCodeBlocks(readFileSync(join(checkout, path), 'utf8')).matchAll(/^#+ (.*)$/gm)].map(
    ([, title = '']) => slug(title),
  );
  return anchors.includes(anchor) ? null : `${page.path}: ${path} has no heading #${anchor}`;
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(/\s/g, '-');
}

/** Names of commands of `./engawa` that a page writes, in text and in blocks; one or two words. */
export function namedCommands({ text }: DocPage): string[] {
  return [...text.matchAll(/\.\/engawa ([a-z]+(?: [a-z]+)?)/g)].map(([, words = '']) => words);
}

/** Files of the repository that a page names in its text: a top folder, a path, an ending. Braces stand for each of their words. */
export function namedFiles({ text }: DocPage): string[] {
  const folders = 'cli|docs|domain|edge|server|sites|tools|web|e2e|proof|bench';
  const found = withoutCodeBlocks(text).matchAll(
    new RegExp(`(?<![\\w/.-])(?:${folders})/[\\w{},./-]+\\.(?:ts|tsx|json|md|yaml|sql)(?![\\w-])`, 'g'),
  );
  return [...found].flatMap(([path]) => spread(path)).map((path) => relative('.', path));
}

/** Tests that a page names: a file of the repository, then words of the test's name in “”, more than one pair where several stand there. */
export function namedTests({ text }: DocPage): { file: string; words: string }[] {
  const found = withoutCodeBlocks(text).matchAll(/`([\w./-]+\.test\.tsx?)`((?: “[^”]+”)+)/g);
  return [...found].flatMap(([, file = '', quoted = '']) =>
    [...quoted.matchAll(/“([^”]+)”/g)].map(([, words = '']) => ({ file, words })),
  );
}

function spread(path: string): string[] {
  const braces = /\{([^}]*)\}/.exec(path);
  return braces ? (braces[1] ?? '').split(',').flatMap((word) => spread(path.replace(braces[0], word))) : [path];
}
