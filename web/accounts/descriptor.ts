import type { Descriptor } from '../context/descriptor.ts';

export const accounts: Descriptor = {
  name: 'accounts',
  always: true,
  texts: {
    ja: () => import('../../domain/texts/ja/accounts.ts'),
    en: () => import('../../domain/texts/en/accounts.ts'),
  },
  pages: [
    { path: '/login', audience: 'visitor', load: () => import('./log-in-page.tsx') },
    { path: '/sign-up', audience: 'anyone', load: () => import('./sign-up/start-page.tsx') },
    { path: '/sign-up/declined', audience: 'anyone', load: () => import('./sign-up/declined-page.tsx') },
    { path: '/sign-up/$draft/$step', audience: 'anyone', load: () => import('./sign-up/wizard-page.tsx') },
    { path: '/set-password', audience: 'anyone', load: () => import('./set-password-page.tsx') },
    { path: '/account', audience: 'logged-in', load: () => import('./account-page.tsx') },
  ],
  menu: [],
  cards: [],
};
