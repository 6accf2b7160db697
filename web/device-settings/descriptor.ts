import type deviceSettingTexts from '../../domain/texts/en/device-settings.ts';
import type { Descriptor } from '../context/descriptor.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    'device-settings': typeof deviceSettingTexts;
  }
}

/** Settings of devices from afar; they show on the pages of the devices. */
export const deviceSettings: Descriptor = {
  name: 'device-settings',
  texts: {
    ja: () => import('../../domain/texts/ja/device-settings.ts'),
    en: () => import('../../domain/texts/en/device-settings.ts'),
  },
  pages: [
    {
      path: '/o/$organization/devices/$device/settings',
      audience: 'logged-in',
      permission: 'device-settings:read',
      load: () => import('./settings-page.tsx'),
    },
  ],
  menu: [],
  needs: [{ kind: 'settings-overdue', icon: 'tools', path: '/o/$organization/devices/$device/settings' }],
  cards: [],
  deviceParts: [{ place: 'foot', permission: 'device-settings:read', load: () => import('./device-part.tsx') }],
};
