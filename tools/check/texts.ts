import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { GateResult } from './gate.ts';
import { messageArguments } from './message-arguments.ts';
import { checkout } from './sources.ts';

const languages = ['en', 'ja'] as const;
const folder = join(checkout, 'domain', 'texts');

/** Every text is there in both languages, with the same placeholders, and no text is empty. */
export async function checkTexts(): Promise<GateResult> {
  const names = await Promise.all(languages.map((language) => readdir(join(folder, language), { recursive: true })));
  const files = [...new Set(names.flat())].filter((name) => name.endsWith('.ts')).toSorted();
  const faults: string[] = [];
  let texts = 0;
  for (const file of files) {
    const [english, japanese] = await Promise.all(languages.map((language) => readTexts(language, file)));
    if (!english || !japanese) {
      faults.push(`domain/texts/${english ? 'ja' : 'en'}/${file} is missing`);
      continue;
    }
    texts += english.size;
    faults.push(...compareTexts(english, japanese).map((fault) => `domain/texts/*/${file}: ${fault}`));
  }
  return { saw: { files: files.length, texts }, faults };
}

async function readTexts(language: string, file: string): Promise<Map<string, string> | null> {
  const path = join(folder, language, file);
  if (!existsSync(path)) return null;
  const loaded: { default?: unknown } = await import(path);
  return new Map(flatten(loaded.default, ''));
}

function flatten(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [[path, '']];
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, path ? `${path}.${key}` : key));
}

export function compareTexts(english: Map<string, string>, japanese: Map<string, string>): string[] {
  const keys = [...new Set([...english.keys(), ...japanese.keys()])];
  return keys.flatMap((key) => {
    const [en, ja] = [english.get(key), japanese.get(key)];
    if (!en?.trim() || !ja?.trim()) return [`${key} has no ${en?.trim() ? 'Japanese' : 'English'} text`];
    try {
      const [inEnglish, inJapanese] = [messageArguments(en).join(', '), messageArguments(ja).join(', ')];
      return inEnglish === inJapanese ? [] : [`${key} uses {${inEnglish}} in English and {${inJapanese}} in Japanese`];
    } catch (error) {
      return [`${key}: ${error instanceof Error ? error.message : String(error)}`];
    }
  });
}
