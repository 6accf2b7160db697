import type { Descriptor } from '../context/descriptor.ts';
import { moreAccountTexts } from './texts.ts';

export const accounts: Descriptor = {
  name: 'accounts',
  always: true,
  texts: {
    ja: () => import('../../domain/texts/ja/accounts.ts'),
    en: () => import('../../domain/texts/en/accounts.ts'),
  },
  moreTexts: moreAccountTexts,
  pages: [
    { path: '/login', audience: 'visitor', load: () => import('./log-in-page.tsx') },
    { path: '/sign-up', audience: 'anyone', load: () => import('./sign-up/start-page.tsx') },
    { path: '/sign-up/declined', audience: 'anyone', load: () => import('./sign-up/declined-page.tsx') },
    { path: '/sign-up/$draft/$step', audience: 'anyone', load: () => import('./sign-up/wizard-page.tsx') },
    { path: '/set-password', audience: 'anyone', load: () => import('./set-password-page.tsx') },
    { path: '/forgotten-password', audience: 'anyone', load: () => import('./passwords/forgotten-page.tsx') },
    { path: '/forgotten-password/sent', audience: 'anyone', load: () => import('./passwords/sent-page.tsx') },
    { path: '/forgotten-password/code', audience: 'anyone', load: () => import('./passwords/code-page.tsx') },
    { path: '/forgotten-login-id', audience: 'anyone', load: () => import('./passwords/forgotten-id-page.tsx') },
    { path: '/forgotten-login-id/sent', audience: 'anyone', load: () => import('./passwords/ids-sent-page.tsx') },
    { path: '/consent', audience: 'logged-in', owed: 'consent', load: () => import('./consents/consent-page.tsx') },
    { path: '/consent/declined', audience: 'anyone', load: () => import('./consents/declined-page.tsx') },
    {
      path: '/account/password',
      audience: 'logged-in',
      permission: 'own-account:use',
      owed: 'password',
      load: () => import('./passwords/change-page.tsx'),
    },
    {
      path: '/account/documents',
      audience: 'logged-in',
      permission: 'own-account:use',
      load: () => import('./consents/history-page.tsx'),
    },
  ],
  menu: [],
  cards: [],
};
