import type assignTexts from '../../../domain/texts/en/licence-assign.ts';
import type { Descriptor } from '../../context/descriptor.ts';
import { exportTexts } from '../../exports/texts.ts';
import { licenceTextsOf } from '../descriptor.ts';

declare module '../../texts/messages.ts' {
  interface CapabilityMessages {
    'licence-assign': typeof assignTexts;
  }
}

const base = '/o/$organization/licences';
const dealer = ['dealer'] as const;

/** A dealer assigns licences (L-03), at once or on a day, and sees what was assigned and what runs out when (L-06, L-11). */
export const licenceAssign: Descriptor = {
  name: 'licence-assign',
  partOf: 'licences',
  texts: {
    ja: () => import('../../../domain/texts/ja/licence-assign.ts'),
    en: () => import('../../../domain/texts/en/licence-assign.ts'),
  },
  moreTexts: {
    ...licenceTextsOf,
    ...exportTexts,
    // For what is gone.
    members: {
      ja: () => import('../../../domain/texts/ja/members.ts'),
      en: () => import('../../../domain/texts/en/members.ts'),
    },
  },
  pages: [
    {
      path: `${base}/assign`,
      audience: 'logged-in',
      permission: 'licences:assign',
      load: () => import('./start-page.tsx'),
    },
    {
      path: `${base}/assign/$draft/$step`,
      audience: 'logged-in',
      permission: 'licences:assign',
      load: () => import('./wizard-page.tsx'),
    },
    {
      path: `${base}/assignments`,
      audience: 'logged-in',
      permission: 'licences:read',
      load: () => import('./history-page.tsx'),
    },
    {
      path: `${base}/plans`,
      audience: 'logged-in',
      permission: 'licences:read',
      load: () => import('../calendar/plans-page.tsx'),
    },
    {
      path: `${base}/renewals`,
      audience: 'logged-in',
      permission: 'licence-renewals:read',
      load: () => import('../calendar/page.tsx'),
    },
    {
      path: `${base}/renewals/$customer`,
      audience: 'logged-in',
      permission: 'licences:assign',
      load: () => import('../calendar/renew-page.tsx'),
    },
  ],
  menu: [
    {
      path: `${base}/renewals`,
      named: 'licence-renewals',
      title: 'menu.renewals',
      icon: 'refresh',
      permission: 'licence-renewals:read',
    },
    {
      path: `${base}/assignments`,
      named: 'licence-assignments',
      title: 'menu.assignments',
      icon: 'list',
      permission: 'licences:read',
    },
  ],
  needs: [{ kind: 'renewals-open', icon: 'refresh', path: `${base}/renewals`, search: { state: 'open', months: '2' } }],
  cards: [
    {
      path: `${base}/assign`,
      title: 'menu.assign',
      text: 'cards.assignText',
      action: 'cards.assignAction',
      icon: 'key',
      permission: 'licences:assign',
      kinds: dealer,
    },
    {
      path: `${base}/renewals`,
      title: 'menu.renewals',
      text: 'cards.renewalsText',
      action: 'cards.renewalsAction',
      icon: 'refresh',
      permission: 'licence-renewals:read',
      kinds: dealer,
    },
  ],
  drafts: [
    {
      kind: 'licence-assignment',
      title: 'menu.begun',
      permission: 'licences:assign',
      read: async (draft) => (await import('./state.ts')).begunAssignment(draft),
    },
  ],
};
