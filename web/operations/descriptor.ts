import type { Descriptor } from '../context/descriptor.ts';
import { noticeTextsOf } from '../notices/texts.ts';
import type operationTexts from '../../domain/texts/en/operations.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    operations: typeof operationTexts;
  }
}

const own = '/o/$organization/maintenance';
const plan = { audience: 'logged-in', permission: 'maintenance:manage' } as const;

export const operations: Descriptor = {
  name: 'operations',
  always: true,
  texts: {
    ja: () => import('../../domain/texts/ja/operations.ts'),
    en: () => import('../../domain/texts/en/operations.ts'),
  },
  // Maintenance is announced as notices are, with the same words.
  moreTexts: { notices: noticeTextsOf },
  pages: [
    { path: own, ...plan, load: () => import('./list-page.tsx') },
    { path: `${own}/compose`, ...plan, load: () => import('./start-page.tsx') },
    { path: `${own}/compose/$draft/$step`, ...plan, load: () => import('./wizard-page.tsx') },
    { path: `${own}/$id`, ...plan, load: () => import('./detail-page.tsx') },
    { path: `${own}/$id/edit`, ...plan, load: () => import('./start-page.tsx') },
  ],
  menu: [{ path: own, title: 'menu.maintenance', icon: 'tools', permission: 'maintenance:manage' }],
  cards: [],
  drafts: [
    {
      kind: 'maintenance-window',
      title: 'menu.maintenance',
      permission: 'maintenance:manage',
      read: async (draft) => (await import('../notices/compose/begun.ts')).begunText('maintenance', draft),
    },
  ],
};
