import type tonerTexts from '../../domain/texts/en/toner.ts';
import type { Descriptor } from '../context/descriptor.ts';
import { exportTexts } from '../exports/texts.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    toner: typeof tonerTexts;
  }
}

const own = '/o/$organization/toner';

/** Toner and ink (C-12): levels, when they will be empty, what to order, and who is told (C-03). */
export const toner: Descriptor = {
  name: 'toner',
  texts: {
    ja: () => import('../../domain/texts/ja/toner.ts'),
    en: () => import('../../domain/texts/en/toner.ts'),
  },
  moreTexts: exportTexts,
  pages: [
    { path: own, audience: 'logged-in', permission: 'toner:read', load: () => import('./list-page.tsx') },
    { path: `${own}/order`, audience: 'logged-in', permission: 'toner:read', load: () => import('./order-page.tsx') },
  ],
  menu: [{ path: own, title: 'menu.toner', icon: 'drop', permission: 'toner:read' }],
  needs: [{ kind: 'toner-low', icon: 'drop', path: own, search: { state: 'low' } }],
  cards: [
    {
      path: own,
      title: 'menu.toner',
      text: 'cards.text',
      action: 'cards.action',
      icon: 'drop',
      permission: 'toner:read',
    },
  ],
  deviceParts: [{ place: 'body', permission: 'toner:read', load: () => import('./device-part.tsx') }],
};
