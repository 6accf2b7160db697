import { readFileSync } from 'node:fs';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkout } from '../../server/config.ts';
import { codeBlocks } from '../docs/markdown.ts';

/** What a reader of the tutorial does, in its order. */
export type TutorialStep =
  | { kind: 'write' | 'add'; file: string; text: string }
  /** One line of the site's data gives way to another that begins with the same word. */
  | { kind: 'replace'; word: string; text: string }
  /** A command; one that fails says what stands after it. */
  | { kind: 'run' | 'fails'; command: string; says: string }
  | { kind: 'demo'; command: string };

const siteFile = 'coffee/site.yaml';
/** The ID of the made-up maker's site. */
export const tutorialSite = 'coffee';

/** The tutorial in each language. */
export const tutorialPages = ['tutorial.md', 'tutorial.ja.md'] as const;

export function tutorialSteps(page: (typeof tutorialPages)[number] = 'tutorial.md'): TutorialStep[] {
  const blocks = codeBlocks(readFileSync(join(checkout, 'docs', page), 'utf8'));
  return blocks.flatMap(({ marks: [mark = ''], text, line }, at): TutorialStep[] => {
    const [word = '', name = ''] = mark.split('=');
    switch (word) {
      case 'file':
        return [{ kind: 'write', file: name, text }];
      case 'add':
        return [{ kind: 'add', file: name, text }];
      case 'replace':
        return [{ kind: 'replace', word: name, text }];
      case 'step':
        return [{ kind: 'run', command: text.trim(), says: '' }];
      case 'fails':
        return [{ kind: 'fails', command: text.trim(), says: blocks[at + 1]?.text.trim() ?? '' }];
      case 'told':
        return [];
      case 'demo':
        return [{ kind: 'demo', command: text.trim() }];
      default:
        throw new Error(`docs/${page}:${line}: nobody knows what to do with "${mark}"`);
    }
  });
}

/** Does what a step writes, in a folder of sites. */
export async function writeStep(sites: string, step: TutorialStep): Promise<void> {
  if (step.kind === 'replace') {
    const path = join(sites, siteFile);
    const before = await readFile(path, 'utf8');
    const after = before.replace(new RegExp(`^ *${step.word}:.*\n`, 'm'), () => step.text);
    if (after === before) throw new Error(`${siteFile} has no line "${step.word}"`);
    await writeFile(path, after);
  }
  if (step.kind !== 'write' && step.kind !== 'add') return;
  const path = join(sites, step.file);
  await mkdir(dirname(path), { recursive: true });
  await (step.kind === 'write' ? writeFile : appendFile)(path, step.text);
}
