import type counterTexts from '../../domain/texts/en/counters.ts';
import type { Descriptor } from '../context/descriptor.ts';
import { exportTexts } from '../exports/texts.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    counters: typeof counterTexts;
  }
}

/** What devices have counted: a question, and its answers (C-04 to C-07). */
export const counters: Descriptor = {
  name: 'counters',
  texts: {
    ja: () => import('../../domain/texts/ja/counters.ts'),
    en: () => import('../../domain/texts/en/counters.ts'),
  },
  moreTexts: exportTexts,
  pages: [],
  menu: [],
  cards: [],
};
