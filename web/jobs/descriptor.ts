import type jobTexts from '../../domain/texts/en/jobs.ts';
import type { Descriptor } from '../context/descriptor.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    jobs: typeof jobTexts;
  }
}

const own = '/o/$organization/jobs';

/** What runs by itself, for operators (P-26). */
export const jobs: Descriptor = {
  name: 'jobs',
  always: true,
  texts: {
    ja: () => import('../../domain/texts/ja/jobs.ts'),
    en: () => import('../../domain/texts/en/jobs.ts'),
  },
  pages: [
    { path: own, audience: 'logged-in', permission: 'maintenance:manage', load: () => import('./list-page.tsx') },
  ],
  menu: [{ path: own, title: 'menu.jobs', icon: 'refresh', permission: 'maintenance:manage' }],
  cards: [],
  needs: [{ kind: 'jobs-failing', icon: 'refresh', path: own }],
};
