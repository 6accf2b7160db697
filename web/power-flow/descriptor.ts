import type powerFlowTexts from '../../domain/texts/en/power-flow.ts';
import type { Descriptor } from '../context/descriptor.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    'power-flow': typeof powerFlowTexts;
  }
}

/** What flows at devices: a picture on their pages, and a page of its own for what flowed. */
export const powerFlow: Descriptor = {
  name: 'power-flow',
  texts: {
    ja: () => import('../../domain/texts/ja/power-flow.ts'),
    en: () => import('../../domain/texts/en/power-flow.ts'),
  },
  pages: [],
  menu: [],
  cards: [],
  deviceParts: [{ place: 'head', permission: 'power-flow:read', load: () => import('./device-part.tsx') }],
};
