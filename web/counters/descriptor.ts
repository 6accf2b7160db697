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
  moreTexts: {
    devices: {
      ja: () => import('../../domain/texts/ja/devices.ts'),
      en: () => import('../../domain/texts/en/devices.ts'),
    },
    // Words of graphs.
    'device-counters': {
      ja: () => import('../../domain/texts/ja/device-counters.ts'),
      en: () => import('../../domain/texts/en/device-counters.ts'),
    },
    ...exportTexts,
  },
  pages: [
    {
      path: '/o/$organization/counters',
      audience: 'logged-in',
      permission: 'counters:read',
      load: () => import('./overview-page.tsx'),
    },
    {
      path: '/o/$organization/counters/periods/$period',
      audience: 'logged-in',
      permission: 'counters:read',
      load: () => import('./period-page.tsx'),
    },
  ],
  menu: [{ path: '/o/$organization/counters', title: 'menu.counters', icon: 'report', permission: 'counters:read' }],
  cards: [
    {
      path: '/o/$organization/counters',
      title: 'menu.counters',
      text: 'cards.text',
      action: 'cards.action',
      icon: 'report',
      permission: 'counters:read',
    },
  ],
};
