import type secondFactorTexts from '../../../domain/texts/en/second-factor.ts';
import type { Descriptor } from '../../context/descriptor.ts';

declare module '../../texts/messages.ts' {
  interface CapabilityMessages {
    'second-factor': typeof secondFactorTexts;
  }
}

const security = '/account/security';

/** The part of accounts about what is asked for besides the password; apart, so that the login page stays small. */
export const secondFactor: Descriptor = {
  name: 'second-factor',
  always: true,
  texts: {
    ja: () => import('../../../domain/texts/ja/second-factor.ts'),
    en: () => import('../../../domain/texts/en/second-factor.ts'),
  },
  pages: [
    { path: '/login/second-step', audience: 'visitor', load: () => import('./second-step-page.tsx') },
    {
      path: security,
      audience: 'logged-in',
      permission: 'own-account:use',
      owed: 'second-factor',
      load: () => import('./security-page.tsx'),
    },
    {
      path: `${security}/app`,
      audience: 'logged-in',
      permission: 'own-account:use',
      owed: 'second-factor',
      load: () => import('./app-page.tsx'),
    },
    {
      path: `${security}/app/remove`,
      audience: 'logged-in',
      permission: 'own-account:use',
      load: () => import('./remove-app-page.tsx'),
    },
    {
      path: `${security}/passkeys/new`,
      audience: 'logged-in',
      permission: 'own-account:use',
      owed: 'second-factor',
      load: () => import('./add-passkey-page.tsx'),
    },
    {
      path: `${security}/passkeys/$passkey`,
      audience: 'logged-in',
      permission: 'own-account:use',
      load: () => import('./passkey-page.tsx'),
    },
    {
      path: `${security}/recovery-codes`,
      audience: 'logged-in',
      permission: 'own-account:use',
      load: () => import('./recovery-codes-page.tsx'),
    },
    {
      path: '/o/$organization/accounts/$user/second-factor',
      audience: 'logged-in',
      permission: 'accounts:change',
      load: () => import('./operator-page.tsx'),
    },
  ],
  menu: [],
  cards: [],
};
