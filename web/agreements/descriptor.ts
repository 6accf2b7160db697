import type agreementTexts from '../../domain/texts/en/agreements.ts';
import type { Descriptor } from '../context/descriptor.ts';
import { exportTexts } from '../exports/texts.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    agreements: typeof agreementTexts;
  }
}

const own = '/o/$organization/agreements';

/** The documents of the site and who agreed to them, for operators (P-03, P-26). */
export const agreements: Descriptor = {
  name: 'agreements',
  always: true,
  texts: {
    ja: () => import('../../domain/texts/ja/agreements.ts'),
    en: () => import('../../domain/texts/en/agreements.ts'),
  },
  moreTexts: exportTexts,
  pages: [
    {
      path: own,
      audience: 'logged-in',
      permission: 'accounts:read',
      load: () => import('./documents-page.tsx'),
    },
    {
      path: `${own}/$document`,
      audience: 'logged-in',
      permission: 'accounts:read',
      load: () => import('./people-page.tsx'),
    },
  ],
  menu: [{ path: own, title: 'menu.agreements', icon: 'document', permission: 'accounts:read' }],
  cards: [],
};
