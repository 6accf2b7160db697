import type departmentTexts from '../../domain/texts/en/departments.ts';
import type { Descriptor } from '../context/descriptor.ts';
import { exportTexts } from '../exports/texts.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    departments: typeof departmentTexts;
  }
}

const own = '/o/$organization/departments';
const permission = 'departments:read';

/** What devices count by department (C-12). */
export const departments: Descriptor = {
  name: 'departments',
  texts: {
    ja: () => import('../../domain/texts/ja/departments.ts'),
    en: () => import('../../domain/texts/en/departments.ts'),
  },
  moreTexts: {
    counters: {
      ja: () => import('../../domain/texts/ja/counters.ts'),
      en: () => import('../../domain/texts/en/counters.ts'),
    },
    ...exportTexts,
  },
  pages: [
    { path: own, audience: 'logged-in', permission, load: () => import('./list-page.tsx') },
    {
      path: `${own}/names`,
      audience: 'logged-in',
      permission: 'departments:change',
      load: () => import('./names-page.tsx'),
    },
  ],
  menu: [{ path: own, title: 'menu.departments', icon: 'users', permission }],
  cards: [],
};
