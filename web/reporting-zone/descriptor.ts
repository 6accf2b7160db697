import type zoneTexts from '../../domain/texts/en/reporting-zone.ts';
import type { Descriptor } from '../context/descriptor.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    'reporting-zone': typeof zoneTexts;
  }
}

const own = '/o/$organization/reporting-zone';

/** In which time zone the days and months of an organization's counters are cut (P-34). */
export const reportingZone: Descriptor = {
  name: 'reporting-zone',
  partOf: 'counters',
  texts: {
    ja: () => import('../../domain/texts/ja/reporting-zone.ts'),
    en: () => import('../../domain/texts/en/reporting-zone.ts'),
  },
  pages: [{ path: own, audience: 'logged-in', permission: 'counters:read', load: () => import('./zone-page.tsx') }],
  menu: [{ path: own, title: 'menu.zone', icon: 'report', permission: 'counters:read', also: 'organization:change' }],
  cards: [],
};
