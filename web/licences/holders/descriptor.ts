import type holderTexts from '../../../domain/texts/en/licence-holders.ts';
import type { Descriptor } from '../../context/descriptor.ts';
import { licenceTextsOf } from '../descriptor.ts';

declare module '../../texts/messages.ts' {
  interface CapabilityMessages {
    'licence-holders': typeof holderTexts;
  }
}

const path = '/o/$organization/licence-holders';
const permission = 'licence-orders:manage';

/** The part of licences with which operators put right what was assigned to a wrong account (L-01). */
export const licenceHolders: Descriptor = {
  name: 'licence-holders',
  partOf: 'licences',
  texts: {
    ja: () => import('../../../domain/texts/ja/licence-holders.ts'),
    en: () => import('../../../domain/texts/en/licence-holders.ts'),
  },
  moreTexts: licenceTextsOf,
  pages: [
    { path, audience: 'logged-in', permission, load: () => import('./find-page.tsx') },
    { path: `${path}/$customer`, audience: 'logged-in', permission, load: () => import('./move-page.tsx') },
  ],
  menu: [{ path, title: 'menu.hand', icon: 'swap', permission }],
  cards: [],
};
