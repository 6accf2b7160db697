import type actingTexts from '../../domain/texts/en/acting.ts';
import type { Descriptor } from '../context/descriptor.ts';
import { eventTexts } from '../context/event-words.ts';
import { exportTexts } from '../exports/texts.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    acting: typeof actingTexts;
  }
}

const acting = '/o/$organization/acting';

/** Working on behalf of another organization, and what its people see of that (P-17). */
export const actingOnBehalf: Descriptor = {
  name: 'acting',
  always: true,
  texts: {
    ja: () => import('../../domain/texts/ja/acting.ts'),
    en: () => import('../../domain/texts/en/acting.ts'),
  },
  moreTexts: { ...exportTexts, ...eventTexts },
  pages: [
    {
      path: '/o/$organization/organizations/$other/act',
      audience: 'logged-in',
      permission: 'acting:start',
      load: () => import('./start-page.tsx'),
    },
    { path: acting, audience: 'logged-in', permission: 'acting:read', load: () => import('./list-page.tsx') },
    {
      path: `${acting}/$acting`,
      audience: 'logged-in',
      permission: 'acting:read',
      load: () => import('./view-page.tsx'),
    },
  ],
  menu: [{ path: acting, title: 'menu.acting', icon: 'eye', permission: 'acting:read' }],
  cards: [],
};
