import type accountDataTexts from '../../../domain/texts/en/account-data.ts';
import type { Descriptor } from '../../context/descriptor.ts';

declare module '../../texts/messages.ts' {
  interface CapabilityMessages {
    'account-data': typeof accountDataTexts;
  }
}

const managed = '/o/$organization/accounts';

/** The part of accounts that has words of its own: most are for people who are logged in, and the login page stays small. */
export const accountData: Descriptor = {
  name: 'account-data',
  always: true,
  texts: {
    ja: () => import('../../../domain/texts/ja/account-data.ts'),
    en: () => import('../../../domain/texts/en/account-data.ts'),
  },
  moreTexts: {
    accounts: {
      ja: () => import('../../../domain/texts/ja/accounts.ts'),
      en: () => import('../../../domain/texts/en/accounts.ts'),
    },
  },
  pages: [
    {
      path: '/customer-data',
      audience: 'logged-in',
      permission: 'own-account:use',
      owed: 'customer-data',
      load: () => import('../customer-data/start-page.tsx'),
    },
    {
      path: '/customer-data/$draft/$step',
      audience: 'logged-in',
      permission: 'own-account:use',
      owed: 'customer-data',
      load: () => import('../customer-data/flow-page.tsx'),
    },
    { path: '/account', audience: 'logged-in', permission: 'own-account:use', load: () => import('./view-page.tsx') },
    {
      path: '/account/edit',
      audience: 'logged-in',
      permission: 'own-account:use',
      load: () => import('./edit/start-page.tsx'),
    },
    {
      path: '/account/edit/$draft/$step',
      audience: 'logged-in',
      permission: 'own-account:use',
      load: () => import('./edit/own-page.tsx'),
    },
    {
      path: '/account/mail',
      audience: 'logged-in',
      permission: 'own-account:use',
      load: () => import('./mail-page.tsx'),
    },
    {
      path: '/account/mail/none',
      audience: 'logged-in',
      permission: 'own-account:use',
      load: () => import('./remove-mail-page.tsx'),
    },
    {
      path: '/account/login-id',
      audience: 'logged-in',
      permission: 'own-account:use',
      load: () => import('./login-id-page.tsx'),
    },
    {
      path: '/account/sessions',
      audience: 'logged-in',
      permission: 'own-account:use',
      load: () => import('./sessions-page.tsx'),
    },
    { path: '/mail-change', audience: 'anyone', load: () => import('./prove-mail-page.tsx') },
    { path: '/withdraw', audience: 'anyone', load: () => import('./withdraw-page.tsx') },
    {
      path: managed,
      audience: 'logged-in',
      permission: 'accounts:read',
      load: () => import('./managed/list-page.tsx'),
    },
    {
      path: `${managed}/$user`,
      audience: 'logged-in',
      permission: 'accounts:read',
      load: () => import('./managed/view-page.tsx'),
    },
    {
      path: `${managed}/$user/personal-data`,
      audience: 'logged-in',
      permission: 'accounts:change',
      load: () => import('./managed/personal-data-page.tsx'),
    },
    {
      path: `${managed}/$user/edit`,
      audience: 'logged-in',
      permission: 'accounts:change',
      load: () => import('./edit/start-page.tsx'),
    },
    {
      path: `${managed}/$user/edit/$draft/$step`,
      audience: 'logged-in',
      permission: 'accounts:change',
      load: () => import('./edit/managed-page.tsx'),
    },
  ],
  menu: [
    {
      path: '/account',
      title: 'menu.account',
      icon: 'user',
      permission: 'own-account:use',
      exact: true,
      main: true,
      onlyNamed: true,
    },
    {
      path: '/account/password',
      title: 'menu.password',
      icon: 'key',
      permission: 'own-account:use',
      named: 'password',
      onlyNamed: true,
    },
    {
      path: '/account/mail',
      title: 'menu.notificationAddress',
      icon: 'mail',
      permission: 'own-account:use',
      named: 'notification-address',
      onlyNamed: true,
    },
    { path: managed, title: 'menu.accounts', icon: 'user', permission: 'accounts:read' },
  ],
  cards: [
    {
      path: managed,
      title: 'menu.accounts',
      text: 'cards.accountsText',
      action: 'cards.accountsAction',
      icon: 'user',
      permission: 'accounts:read',
    },
  ],
};
