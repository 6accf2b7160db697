import type unlockCodeTexts from '../../domain/texts/en/unlock-codes.ts';
import type { Descriptor } from '../context/descriptor.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    'unlock-codes': typeof unlockCodeTexts;
  }
}

/** Codes that unlock registered devices; they show on the pages of the devices. */
export const unlockCodes: Descriptor = {
  name: 'unlock-codes',
  texts: {
    ja: () => import('../../domain/texts/ja/unlock-codes.ts'),
    en: () => import('../../domain/texts/en/unlock-codes.ts'),
  },
  moreTexts: {
    devices: {
      ja: () => import('../../domain/texts/ja/devices.ts'),
      en: () => import('../../domain/texts/en/devices.ts'),
    },
  },
  pages: [
    {
      path: '/o/$organization/devices/$device/certificate',
      audience: 'logged-in',
      permission: 'unlock-codes:read',
      load: () => import('./certificate-page.tsx'),
    },
  ],
  menu: [],
  cards: [],
  deviceParts: [{ place: 'head', permission: 'unlock-codes:read', load: () => import('./device-part.tsx') }],
};
