import type maintenanceLinkTexts from '../../domain/texts/en/maintenance-links.ts';
import type { Descriptor } from '../context/descriptor.ts';
import { nounOf } from '../devices/noun.ts';
import { exportTexts } from '../exports/texts.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    'maintenance-links': typeof maintenanceLinkTexts;
  }
}

const list = '/o/$organization/maintenance-links';

/** Who looks after whose devices (E-04): a customer's dealers, a dealer's customers. */
export const maintenanceLinks: Descriptor = {
  name: 'maintenance-links',
  texts: {
    ja: () => import('../../domain/texts/ja/maintenance-links.ts'),
    en: () => import('../../domain/texts/en/maintenance-links.ts'),
  },
  moreTexts: {
    ...exportTexts,
    // For what is gone.
    members: {
      ja: () => import('../../domain/texts/ja/members.ts'),
      en: () => import('../../domain/texts/en/members.ts'),
    },
  },
  words: (site, language) => ({ ...nounOf(site, language) }),
  pages: [
    { path: list, audience: 'logged-in', permission: 'maintenance-links:read', load: () => import('./list-page.tsx') },
    {
      path: `${list}/new`,
      audience: 'logged-in',
      permission: 'maintenance-links:manage',
      load: () => import('./begin/start-page.tsx'),
    },
    {
      path: `${list}/new/$draft/$step`,
      audience: 'logged-in',
      permission: 'maintenance-links:manage',
      load: () => import('./begin/wizard-page.tsx'),
    },
    {
      path: `${list}/$link`,
      audience: 'logged-in',
      permission: 'maintenance-links:read',
      load: () => import('./view-page.tsx'),
    },
  ],
  menu: [
    { path: list, title: 'menu.links', icon: 'tools', permission: 'maintenance-links:read', kinds: ['dealer'] },
    { path: list, title: 'menu.dealers', icon: 'tools', permission: 'maintenance-links:read', kinds: ['customer'] },
  ],
  cards: [
    {
      path: list,
      title: 'menu.links',
      text: 'cards.linksText',
      action: 'cards.linksAction',
      icon: 'tools',
      permission: 'maintenance-links:read',
      kinds: ['dealer'],
    },
    {
      path: list,
      title: 'menu.dealers',
      text: 'cards.dealersText',
      action: 'cards.dealersAction',
      icon: 'tools',
      permission: 'maintenance-links:read',
      kinds: ['customer'],
    },
  ],
  drafts: [
    {
      kind: 'maintenance-link',
      title: 'menu.begun',
      permission: 'maintenance-links:manage',
      read: async (draft) => (await import('./begin/state.ts')).begunLink(draft),
    },
  ],
  waiting: [
    {
      title: 'menu.fresh',
      permission: 'maintenance-links:read',
      load: async (organization) => (await import('./waiting.ts')).newLinks(organization),
    },
  ],
  deviceParts: [{ place: 'foot', permission: 'maintenance-links:read', load: () => import('./device-part.tsx') }],
  emptyDevices: { permission: 'maintenance-links:read', load: () => import('./nothing-linked.tsx') },
};
