import type { Language } from '../../domain/site/languages.ts';
import en from '../../domain/texts/en/locked-unit.ts';
import ja from '../../domain/texts/ja/locked-unit.ts';
import { type Say, speaker } from '../pages/words.ts';

export type LockedUnitText = keyof typeof en;

const speakers: Record<Language, Say<LockedUnitText>> = {
  ja: speaker<LockedUnitText>(ja),
  en: speaker<LockedUnitText>(en),
};

const secondsMs = 1000;
const minutesMs = 60 * secondsMs;
const hoursMs = 60 * minutesMs;

export function wordsIn(language: Language): Say<LockedUnitText> {
  return speakers[language];
}

/** A wait in its greatest fitting unit, rounded up: who waits that long waits long enough. */
export function waitInWords(say: Say<LockedUnitText>, waitMs: number): string {
  if (waitMs < 2 * minutesMs) return say('waitSeconds', { count: Math.ceil(waitMs / secondsMs) });
  if (waitMs < 2 * hoursMs) return say('waitMinutes', { count: Math.ceil(waitMs / minutesMs) });
  return say('waitHours', { count: Math.ceil(waitMs / hoursMs) });
}
