import type deviceTexts from '../../domain/texts/en/devices.ts';
import type { Descriptor } from '../context/descriptor.ts';
import { exportTexts } from '../exports/texts.ts';
import { importTexts } from '../imports/texts.ts';
import { scannerTexts } from '../ui/scanner/texts.ts';
import { nounOf } from './noun.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    devices: typeof deviceTexts;
  }
}

const own = '/o/$organization/devices';

/** What was made, whose it is and where it stands; each site calls a device by its own word. */
export const devices: Descriptor = {
  name: 'devices',
  texts: {
    ja: () => import('../../domain/texts/ja/devices.ts'),
    en: () => import('../../domain/texts/en/devices.ts'),
  },
  moreTexts: {
    ...importTexts,
    ...exportTexts,
    ...scannerTexts,
    // For the address that a postal code stands for, and for what is gone.
    accounts: {
      ja: () => import('../../domain/texts/ja/accounts.ts'),
      en: () => import('../../domain/texts/en/accounts.ts'),
    },
    members: {
      ja: () => import('../../domain/texts/ja/members.ts'),
      en: () => import('../../domain/texts/en/members.ts'),
    },
  },
  words: (site, language) => ({ ...nounOf(site, language) }),
  pages: [
    {
      path: `${own}/register`,
      audience: 'logged-in',
      permission: 'devices:register',
      load: () => import('./register/start-page.tsx'),
    },
    {
      path: `${own}/register/$draft/$step`,
      audience: 'logged-in',
      permission: 'devices:register',
      load: () => import('./register/wizard-page.tsx'),
    },
    { path: `${own}/help`, audience: 'logged-in', permission: 'devices:read', load: () => import('./help-page.tsx') },
  ],
  menu: [
    {
      path: '/account',
      title: 'menu.customerData',
      icon: 'user',
      permission: 'own-account:use',
      also: 'devices:register',
      exact: true,
    },
    { path: `${own}/register`, title: 'menu.register', icon: 'plus', permission: 'devices:register' },
    { path: `${own}/help`, title: 'menu.help', icon: 'info', permission: 'devices:read' },
  ],
  cards: [
    {
      path: `${own}/register`,
      title: 'menu.register',
      text: 'cards.registerText',
      action: 'cards.registerAction',
      icon: 'plus',
      permission: 'devices:register',
    },
  ],
  drafts: [
    {
      kind: 'device-registration',
      title: 'menu.register',
      permission: 'devices:register',
      read: async (draft) => (await import('./register/begun.ts')).begunRegistration(draft),
    },
  ],
};
