import type referenceTexts from '../../domain/texts/en/api-reference.ts';
import type { Descriptor } from '../context/descriptor.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    'api-reference': typeof referenceTexts;
  }
}

const path = '/o/$organization/api-reference';

/** The API as the server describes it, for whoever writes programs against it (P-24). */
export const apiReference: Descriptor = {
  name: 'api-reference',
  partOf: 'api-keys',
  texts: {
    ja: () => import('../../domain/texts/ja/api-reference.ts'),
    en: () => import('../../domain/texts/en/api-reference.ts'),
  },
  pages: [{ path, audience: 'logged-in', permission: 'api-keys:manage', load: () => import('./page.tsx') }],
  menu: [],
  cards: [],
};
