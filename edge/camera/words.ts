import type { Language } from '../../domain/site/languages.ts';
import en from '../../domain/texts/en/simulated-cameras.ts';
import ja from '../../domain/texts/ja/simulated-cameras.ts';
import { type Say, speaker } from '../pages/words.ts';

export type SimulatedCameraText = keyof typeof en;

const speakers: Record<Language, Say<SimulatedCameraText>> = {
  ja: speaker<SimulatedCameraText>(ja),
  en: speaker<SimulatedCameraText>(en),
};

export function wordsIn(language: Language): Say<SimulatedCameraText> {
  return speakers[language];
}
