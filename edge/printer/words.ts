import type { Language } from '../../domain/site/languages.ts';
import en from '../../domain/texts/en/simulated-printers.ts';
import ja from '../../domain/texts/ja/simulated-printers.ts';
import { type Say, speaker } from '../pages/words.ts';

export type SimulatedPrinterText = keyof typeof en;

const speakers: Record<Language, Say<SimulatedPrinterText>> = {
  ja: speaker<SimulatedPrinterText>(ja),
  en: speaker<SimulatedPrinterText>(en),
};

export function wordsIn(language: Language): Say<SimulatedPrinterText> {
  return speakers[language];
}
