import type failedMailTexts from '../../domain/texts/en/failed-mails.ts';
import type { Descriptor } from '../context/descriptor.ts';
import { eventTexts } from '../context/event-words.ts';
import { exportTexts } from '../exports/texts.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    'failed-mails': typeof failedMailTexts;
  }
}

const own = '/o/$organization/failed-mails';

/** Mails that could not be handed over, for operators (P-26). */
export const failedMails: Descriptor = {
  name: 'failed-mails',
  always: true,
  texts: {
    ja: () => import('../../domain/texts/ja/failed-mails.ts'),
    en: () => import('../../domain/texts/en/failed-mails.ts'),
  },
  moreTexts: { ...exportTexts, ...eventTexts },
  pages: [{ path: own, audience: 'logged-in', permission: 'accounts:read', load: () => import('./list-page.tsx') }],
  menu: [{ path: own, title: 'menu.failedMails', icon: 'mail', permission: 'accounts:read' }],
  cards: [],
  needs: [{ kind: 'mails-failed', icon: 'mail', path: own, search: { state: 'given-up' } }],
};
