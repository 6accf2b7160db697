import type powerFlowTexts from '../../domain/texts/en/power-flow.ts';
import { exportTexts } from '../exports/texts.ts';
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
  moreTexts: {
    devices: {
      ja: () => import('../../domain/texts/ja/devices.ts'),
      en: () => import('../../domain/texts/en/devices.ts'),
    },
    ...exportTexts,
  },
  pages: [
    {
      path: '/o/$organization/devices/$device/power-flow',
      audience: 'logged-in',
      permission: 'power-flow:read',
      load: () => import('./history/history-page.tsx'),
    },
  ],
  menu: [],
  cards: [],
  deviceParts: [{ place: 'head', permission: 'power-flow:read', load: () => import('./device-part.tsx') }],
};
