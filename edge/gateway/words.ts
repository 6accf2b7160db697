import type { Language } from '../../domain/site/languages.ts';
import en from '../../domain/texts/en/simulated-gateways.ts';
import ja from '../../domain/texts/ja/simulated-gateways.ts';
import { type Say, speaker } from '../pages/words.ts';

export type SimulatedGatewayText = keyof typeof en;

const speakers: Record<Language, Say<SimulatedGatewayText>> = {
  ja: speaker<SimulatedGatewayText>(ja),
  en: speaker<SimulatedGatewayText>(en),
};

export function wordsIn(language: Language): Say<SimulatedGatewayText> {
  return speakers[language];
}
