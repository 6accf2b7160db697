import type maintenanceAddressTexts from '../../domain/texts/en/maintenance-addresses.ts';
import type { Descriptor } from '../context/descriptor.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    'maintenance-addresses': typeof maintenanceAddressTexts;
  }
}

const edit = '/account/maintenance-addresses/edit';

/** Who gets the mails about alarms: a section of one's own data (E-02), and the page behind the link that proves an address. */
export const maintenanceAddresses: Descriptor = {
  name: 'maintenance-addresses',
  texts: {
    ja: () => import('../../domain/texts/ja/maintenance-addresses.ts'),
    en: () => import('../../domain/texts/en/maintenance-addresses.ts'),
  },
  moreTexts: {
    // For what is gone.
    members: {
      ja: () => import('../../domain/texts/ja/members.ts'),
      en: () => import('../../domain/texts/en/members.ts'),
    },
  },
  pages: [
    {
      path: edit,
      audience: 'logged-in',
      permission: 'maintenance-addresses:change',
      load: () => import('./edit/start-page.tsx'),
    },
    {
      path: `${edit}/$draft/$step`,
      audience: 'logged-in',
      permission: 'maintenance-addresses:change',
      load: () => import('./edit/edit-page.tsx'),
    },
    { path: '/maintenance-address', audience: 'anyone', load: () => import('./prove-page.tsx') },
  ],
  menu: [],
  cards: [],
  accountParts: [{ permission: 'maintenance-addresses:read', load: () => import('./account-part.tsx') }],
};
