import type contactRequestTexts from '../../domain/texts/en/contact-requests.ts';
import type { Descriptor } from '../context/descriptor.ts';
import { exportTexts } from '../exports/texts.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    'contact-requests': typeof contactRequestTexts;
  }
}

const own = '/o/$organization/contact';
const desk = '/o/$organization/contact-desk';
const ask = { audience: 'logged-in', permission: 'contact-requests:ask' } as const;
const answer = { audience: 'logged-in', permission: 'contact-requests:answer' } as const;

/** Asking the operators, and answering (P-06). */
export const contactRequests: Descriptor = {
  name: 'contact-requests',
  texts: {
    ja: () => import('../../domain/texts/ja/contact-requests.ts'),
    en: () => import('../../domain/texts/en/contact-requests.ts'),
  },
  moreTexts: exportTexts,
  pages: [
    {
      path: '/contact',
      audience: 'anyone',
      when: ({ capabilities }) => capabilities['contact-requests']?.strangers ?? false,
      load: () => import('./stranger-page.tsx'),
    },
    { path: own, ...ask, load: () => import('./list-page.tsx') },
    { path: `${own}/new`, ...ask, load: () => import('./ask-page.tsx') },
    { path: `${own}/$request`, ...ask, load: () => import('./view-page.tsx') },
    { path: desk, ...answer, load: () => import('./desk-list-page.tsx') },
    { path: `${desk}/$request`, ...answer, load: () => import('./desk-view-page.tsx') },
  ],
  menu: [
    { path: own, title: 'menu.own', icon: 'mail', permission: ask.permission },
    { path: desk, title: 'menu.desk', icon: 'mail', permission: answer.permission },
  ],
  cards: [
    {
      path: desk,
      title: 'menu.desk',
      text: 'cards.deskText',
      action: 'cards.deskAction',
      icon: 'mail',
      permission: answer.permission,
    },
  ],
  needs: [{ kind: 'requests-open', icon: 'mail', path: desk, search: { state: 'open' } }],
  deviceParts: [{ place: 'foot', permission: ask.permission, load: () => import('./device-part.tsx') }],
};
