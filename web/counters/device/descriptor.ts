import type deviceCounterTexts from '../../../domain/texts/en/device-counters.ts';
import type { Descriptor } from '../../context/descriptor.ts';
import { counters } from '../descriptor.ts';
import { paperSizes } from '../paper/descriptor.ts';

declare module '../../texts/messages.ts' {
  interface CapabilityMessages {
    'device-counters': typeof deviceCounterTexts;
  }
}

/** What one device counted over periods, in tabs with their graphs (C-06). */
export const deviceCounters: Descriptor = {
  name: 'device-counters',
  partOf: 'counters',
  texts: {
    ja: () => import('../../../domain/texts/ja/device-counters.ts'),
    en: () => import('../../../domain/texts/en/device-counters.ts'),
  },
  moreTexts: { counters: counters.texts, 'paper-sizes': paperSizes.texts, ...counters.moreTexts },
  pages: [
    {
      path: '/o/$organization/counters/devices/$device',
      audience: 'logged-in',
      permission: 'counters:read',
      load: () => import('./page.tsx'),
    },
  ],
  menu: [],
  cards: [],
  deviceParts: [{ place: 'body', permission: 'counters:read', load: () => import('./device-part.tsx') }],
};
