import { parseText, shownCharacters } from '../identifiers/single-line.ts';
import { languages, type Language, type Localised } from '../site/languages.ts';
import { fail, pass, type Verdict } from '../verdict.ts';

export const titleCharactersMax = 80;
export const bodyCharactersMax = 2_000;

// As for one line, but lines may end and tabs may stand.
const forbidden = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/u;

export type TextFault = {
  part: 'title' | 'body';
  language: Language;
  code: 'required' | 'text-short' | 'text-long' | 'text-control';
  params?: Record<string, string | number>;
};

/** Reads a text of several lines; blanks around it are cut, every kind of line end becomes one. */
export function parseBody(text: string): Verdict<string, 'required' | 'text-long' | 'text-control'> {
  const value = text.replaceAll(/\r\n?/g, '\n').trim();
  if (value === '') return fail('required');
  if (forbidden.test(value) || !value.isWellFormed()) return fail('text-control');
  const found = value.length > bodyCharactersMax * 16 ? value.length : shownCharacters(value);
  return found > bodyCharactersMax ? fail('text-long', { max: bodyCharactersMax, found }) : pass(value);
}

export type Announced = { title: Localised; body: Localised };

/** Reads title and body in every language (P-21: one missing is a fault); a window of maintenance has a body only. */
export function readTexts<T extends Partial<Announced>>(typed: T): { texts: T; faults: TextFault[] } {
  const faults: TextFault[] = [];
  const texts = structuredClone(typed);
  for (const part of ['title', 'body'] as const) {
    const localised = texts[part];
    if (!localised) continue;
    for (const language of languages) {
      const read =
        part === 'title'
          ? parseText(localised[language], { min: 1, max: titleCharactersMax })
          : parseBody(localised[language]);
      if (read.ok) localised[language] = read.value;
      else faults.push({ part, language, code: read.code, ...(read.params && { params: read.params }) });
    }
  }
  return { texts, faults };
}
