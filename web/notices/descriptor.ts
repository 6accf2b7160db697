import type { Descriptor } from '../context/descriptor.ts';
import { noticeTextsOf } from './texts.ts';

const own = '/o/$organization/notices';
const write = { audience: 'logged-in', permission: 'notices:manage' } as const;

export const notices: Descriptor = {
  name: 'notices',
  always: true,
  texts: noticeTextsOf,
  pages: [
    { path: '/notices', audience: 'anyone', load: () => import('./public-page.tsx') },
    { path: own, ...write, load: () => import('./list-page.tsx') },
    { path: `${own}/compose`, ...write, load: () => import('./compose/start-page.tsx') },
    { path: `${own}/compose/$draft/$step`, ...write, load: () => import('./compose/wizard-page.tsx') },
    { path: `${own}/$id`, ...write, load: () => import('./detail-page.tsx') },
    { path: `${own}/$id/edit`, ...write, load: () => import('./compose/start-page.tsx') },
  ],
  menu: [{ path: own, title: 'menu.notices', icon: 'megaphone', permission: 'notices:manage' }],
  cards: [],
  drafts: [
    {
      kind: 'notice',
      title: 'menu.notices',
      permission: 'notices:manage',
      read: async (draft) => (await import('./compose/begun.ts')).begunText('notices', draft),
    },
  ],
};
