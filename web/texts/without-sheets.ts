import type { Language } from '../../domain/site/languages.ts';
import { saidInstead } from '../../domain/texts/said-instead.ts';
import type usesTexts from '../../domain/texts/en/uses/pages.ts';
import type { TextsOf } from './texts.tsx';

const instead: Record<Language, () => Promise<{ default: object }>> = {
  ja: () => import('../../domain/texts/ja/uses/pages.ts'),
  en: () => import('../../domain/texts/en/uses/pages.ts'),
};
const names: Readonly<Record<keyof typeof usesTexts, true>> = {
  counters: true,
  'device-counters': true,
  'monthly-reports': true,
  'mail-notices': true,
  departments: true,
};

/** The words of a site that counts no sheets: those that speak of them or of paper have others in their places. */
export function withoutSheets(sources: Record<string, TextsOf>): Record<string, TextsOf> {
  return Object.fromEntries(
    Object.entries(sources).map(([name, texts]) => [name, name in names ? replaced(name, texts) : texts]),
  );
}

function replaced(name: string, texts: TextsOf): TextsOf {
  const load = (language: Language) => async () => {
    const [own, all] = await Promise.all([texts[language](), instead[language]()]);
    return { default: saidInstead(own.default, (all.default as Record<string, object>)[name] ?? {}) };
  };
  return { ja: load('ja'), en: load('en') };
}
