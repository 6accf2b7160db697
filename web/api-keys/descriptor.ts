import type apiKeyTexts from '../../domain/texts/en/api-keys.ts';
import type { Descriptor } from '../context/descriptor.ts';
import { exportTexts } from '../exports/texts.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    'api-keys': typeof apiKeyTexts;
  }
}

const list = '/o/$organization/api-keys';

/** Keys with which programs of the organization use the API (P-24). */
export const apiKeys: Descriptor = {
  name: 'api-keys',
  texts: {
    ja: () => import('../../domain/texts/ja/api-keys.ts'),
    en: () => import('../../domain/texts/en/api-keys.ts'),
  },
  moreTexts: exportTexts,
  pages: [
    { path: list, audience: 'logged-in', permission: 'api-keys:manage', load: () => import('./list-page.tsx') },
    {
      path: `${list}/new`,
      audience: 'logged-in',
      permission: 'api-keys:manage',
      load: () => import('./make-page.tsx'),
    },
    {
      path: `${list}/$key`,
      audience: 'logged-in',
      permission: 'api-keys:manage',
      load: () => import('./view-page.tsx'),
    },
  ],
  menu: [{ path: list, title: 'menu.apiKeys', icon: 'key', permission: 'api-keys:manage' }],
  needs: [{ kind: 'api-keys-ending', icon: 'key', path: list, search: { state: 'active', sort: 'endsAt' } }],
  cards: [],
};
