import type mailingTexts from '../../domain/texts/en/mailings.ts';
import type { Descriptor } from '../context/descriptor.ts';
import { exportTexts } from '../exports/texts.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    mailings: typeof mailingTexts;
  }
}

const own = '/o/$organization/mailings';
const consents = '/o/$organization/news-consents';
const send = { audience: 'logged-in', permission: 'mailings:send' } as const;

/** Mailing notices, and who wants news by mail (P-05). */
export const mailings: Descriptor = {
  name: 'mailings',
  always: true,
  texts: {
    ja: () => import('../../domain/texts/ja/mailings.ts'),
    en: () => import('../../domain/texts/en/mailings.ts'),
  },
  moreTexts: exportTexts,
  pages: [
    { path: '/news', audience: 'anyone', load: () => import('./withdraw-page.tsx') },
    { path: own, ...send, load: () => import('./list-page.tsx') },
    { path: `${own}/new`, ...send, load: () => import('./compose-page.tsx') },
    { path: `${own}/$mailing`, ...send, load: () => import('./view-page.tsx') },
    { path: consents, ...send, load: () => import('./consents-page.tsx') },
  ],
  menu: [
    { path: own, title: 'menu.mailings', icon: 'mail', permission: send.permission },
    { path: consents, title: 'menu.consents', icon: 'user', permission: send.permission },
  ],
  cards: [],
  accountParts: [{ permission: 'own-account:use', load: () => import('./account-part.tsx') }],
};
