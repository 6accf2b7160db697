import type { Language } from '../../domain/site/languages.ts';
import en from '../../domain/texts/en/unit.ts';
import ja from '../../domain/texts/ja/unit.ts';
import { type Say, speaker } from '../pages/words.ts';

export type UnitText = keyof typeof en;

const speakers: Record<Language, Say<UnitText>> = { ja: speaker<UnitText>(ja), en: speaker<UnitText>(en) };

export function wordsIn(language: Language): Say<UnitText> {
  return speakers[language];
}
