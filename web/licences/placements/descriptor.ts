import type placementTexts from '../../../domain/texts/en/licence-placements.ts';
import type { Descriptor } from '../../context/descriptor.ts';
import { exportTexts } from '../../exports/texts.ts';
import { licenceTextsOf } from '../descriptor.ts';

declare module '../../texts/messages.ts' {
  interface CapabilityMessages {
    'licence-placements': typeof placementTexts;
  }
}

const customer = ['customer'] as const;
const own = '/o/$organization/own-licences';

/** A customer's licences: what each serves, where it goes, what is renewed (L-05, L-06). */
export const licencePlacements: Descriptor = {
  name: 'licence-placements',
  partOf: 'licences',
  texts: {
    ja: () => import('../../../domain/texts/ja/licence-placements.ts'),
    en: () => import('../../../domain/texts/en/licence-placements.ts'),
  },
  moreTexts: { ...licenceTextsOf, ...exportTexts },
  pages: [
    { path: own, audience: 'logged-in', permission: 'licences:read', load: () => import('./list-page.tsx') },
    {
      path: `${own}/$licence`,
      audience: 'logged-in',
      permission: 'licences:read',
      load: () => import('./licence-page.tsx'),
    },
  ],
  menu: [{ path: own, named: 'licences', title: 'menu', icon: 'key', permission: 'licences:read', kinds: customer }],
  needs: [
    { kind: 'licences-over', icon: 'device', path: '/o/$organization/devices', search: { licenceState: 'expired' } },
    { kind: 'licences-ending', icon: 'key', path: own, search: { state: 'placed', sort: 'lastDay' } },
  ],
  cards: [
    {
      path: own,
      title: 'menu',
      text: 'card.text',
      action: 'card.action',
      icon: 'key',
      permission: 'licences:read',
      kinds: customer,
    },
  ],
  deviceParts: [{ place: 'head', permission: 'licences:read', load: () => import('./device-part.tsx') }],
};
