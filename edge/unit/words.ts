import { acceptedLanguage, type Language } from '../../domain/site/languages.ts';
import en from '../../domain/texts/en/unit.ts';
import ja from '../../domain/texts/ja/unit.ts';

const catalogues: Record<Language, Record<UnitText, string>> = { ja, en };

export type UnitText = keyof typeof en;

/** Says a text of the unit in one language; `{name}` in it is filled from the parameters. */
export type Say = (key: UnitText, params?: Record<string, string | number>) => string;

export function wordsIn(language: Language): Say {
  return (key, params = {}) =>
    catalogues[language][key].replaceAll(/\{(\w+)\}/g, (hole, name: string) => String(params[name] ?? hole));
}

/** The language of a request: asked for in the address, else chosen before (cookie), else the browser's. */
export function chooseLanguage(asked: string | null, kept: string | undefined, header: string | undefined): Language {
  for (const wish of [asked, kept]) if (wish === 'ja' || wish === 'en') return wish;
  return acceptedLanguage(header ?? '');
}
