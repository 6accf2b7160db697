import type auditTexts from '../../domain/texts/en/audit.ts';
import type { Descriptor } from '../context/descriptor.ts';
import { eventTexts } from '../context/event-words.ts';
import { exportTexts } from '../exports/texts.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    audit: typeof auditTexts;
  }
}

const log = '/o/$organization/audit';

/** The log of all that was done, for owners and operators (P-25). */
export const audit: Descriptor = {
  name: 'audit',
  always: true,
  texts: {
    ja: () => import('../../domain/texts/ja/audit.ts'),
    en: () => import('../../domain/texts/en/audit.ts'),
  },
  moreTexts: { ...exportTexts, ...eventTexts },
  pages: [
    { path: log, audience: 'logged-in', permission: 'audit:read', load: () => import('./list-page.tsx') },
    { path: `${log}/$event`, audience: 'logged-in', permission: 'audit:read', load: () => import('./event-page.tsx') },
  ],
  menu: [{ path: log, title: 'menu.audit', icon: 'list', permission: 'audit:read' }],
  cards: [],
};
