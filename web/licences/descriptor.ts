import type licenceTexts from '../../domain/texts/en/licences.ts';
import type { Descriptor } from '../context/descriptor.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    licences: typeof licenceTexts;
  }
}

/** Words that all pages about licences use. Each part of the portal has a descriptor of its own (`partOf: 'licences'`), which adds these as `moreTexts`. */
export const licences: Descriptor = {
  name: 'licences',
  texts: {
    ja: () => import('../../domain/texts/ja/licences.ts'),
    en: () => import('../../domain/texts/en/licences.ts'),
  },
  pages: [],
  menu: [],
  cards: [],
};

export const licenceTextsOf = { licences: licences.texts };
