import type newAccountTexts from '../../../domain/texts/en/new-accounts.ts';
import type { Descriptor } from '../../context/descriptor.ts';

declare module '../../texts/messages.ts' {
  interface CapabilityMessages {
    'new-accounts': typeof newAccountTexts;
  }
}

const make = '/o/$organization/new-account';

/** The part of accounts about those that somebody makes for others; apart, so that the login page stays small. */
export const newAccounts: Descriptor = {
  name: 'new-accounts',
  always: true,
  texts: {
    ja: () => import('../../../domain/texts/ja/new-accounts.ts'),
    en: () => import('../../../domain/texts/en/new-accounts.ts'),
  },
  pages: [
    { path: make, audience: 'logged-in', permission: 'accounts:create', load: () => import('./start-page.tsx') },
    {
      path: `${make}/$draft/$step`,
      audience: 'logged-in',
      permission: 'accounts:create',
      load: () => import('./wizard-page.tsx'),
    },
    {
      path: '/o/$organization/accounts/$user/open',
      audience: 'logged-in',
      permission: 'accounts:change',
      load: () => import('./open-page.tsx'),
    },
    { path: '/own-password/sent', audience: 'anyone', load: () => import('./own-password-sent-page.tsx') },
  ],
  menu: [{ path: make, title: 'menu.make', icon: 'plus', permission: 'accounts:create' }],
  cards: [
    {
      path: make,
      title: 'menu.make',
      text: 'cards.text',
      action: 'cards.action',
      icon: 'plus',
      permission: 'accounts:create',
    },
  ],
};
