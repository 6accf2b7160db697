import type transferTexts from '../../../domain/texts/en/transfers.ts';
import type { Descriptor } from '../../context/descriptor.ts';

declare module '../../texts/messages.ts' {
  interface CapabilityMessages {
    transfers: typeof transferTexts;
  }
}

const list = '/o/$organization/transfers';
const reports = '/o/$organization/end-reports';

/** What hand-over, exchange and end of use bring to the capability of devices. */
export const transferEntries = {
  texts: {
    transfers: {
      ja: () => import('../../../domain/texts/ja/transfers.ts'),
      en: () => import('../../../domain/texts/en/transfers.ts'),
    },
  },
  pages: [
    {
      path: '/transfers/$transfer',
      audience: 'logged-in',
      permission: 'devices:read',
      load: () => import('./from-mail-page.tsx'),
    },
    { path: list, audience: 'logged-in', permission: 'devices:read', load: () => import('./list-page.tsx') },
    {
      path: `${list}/$transfer`,
      audience: 'logged-in',
      permission: 'devices:read',
      load: () => import('./view-page.tsx'),
    },
    {
      path: '/o/$organization/devices/$device/acts/$act',
      audience: 'logged-in',
      permission: 'devices:read',
      load: () => import('./act-page.tsx'),
    },
    { path: reports, audience: 'logged-in', permission: 'devices:manage', load: () => import('./reports-page.tsx') },
  ],
  menu: [
    { path: list, title: 'menu.transfers', icon: 'swap', permission: 'devices:read' },
    { path: reports, title: 'menu.endReports', icon: 'report', permission: 'devices:manage' },
  ],
  waiting: [
    {
      title: 'menu.offered',
      permission: 'devices:transfer',
      load: async (organization) => (await import('./waiting.ts')).offersToTake(organization),
    },
  ],
  parts: [
    { place: 'head', permission: 'devices:read', load: () => import('./device-head.tsx') },
    { place: 'foot', permission: 'devices:read', load: () => import('./device-part.tsx') },
  ],
} as const satisfies {
  texts: NonNullable<Descriptor['moreTexts']>;
  pages: Descriptor['pages'];
  menu: Descriptor['menu'];
  waiting: NonNullable<Descriptor['waiting']>;
  parts: NonNullable<Descriptor['deviceParts']>;
};
