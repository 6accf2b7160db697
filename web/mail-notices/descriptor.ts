import type mailNoticeTexts from '../../domain/texts/en/mail-notices.ts';
import type { Descriptor } from '../context/descriptor.ts';
import { exportTexts } from '../exports/texts.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    'mail-notices': typeof mailNoticeTexts;
  }
}

const own = '/o/$organization/mail-notices';

/** What each user is mailed about (C-11): for themselves, and for who manages the others. */
export const mailNotices: Descriptor = {
  name: 'mail-notices',
  texts: {
    ja: () => import('../../domain/texts/ja/mail-notices.ts'),
    en: () => import('../../domain/texts/en/mail-notices.ts'),
  },
  moreTexts: exportTexts,
  pages: [
    { path: own, audience: 'logged-in', permission: 'mail-notices:use', load: () => import('./own-page.tsx') },
    {
      path: `${own}/users`,
      audience: 'logged-in',
      permission: 'mail-notices:manage',
      load: () => import('./list-page.tsx'),
    },
    {
      path: `${own}/users/$user`,
      audience: 'logged-in',
      permission: 'mail-notices:manage',
      load: () => import('./user-page.tsx'),
    },
  ],
  menu: [{ path: own, title: 'menu.mailNotices', icon: 'mail', permission: 'mail-notices:use' }],
  cards: [
    {
      path: own,
      title: 'menu.mailNotices',
      text: 'cards.text',
      action: 'cards.action',
      icon: 'mail',
      permission: 'mail-notices:use',
    },
  ],
};
