import type monthlyReportTexts from '../../domain/texts/en/monthly-reports.ts';
import type { Descriptor } from '../context/descriptor.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    'monthly-reports': typeof monthlyReportTexts;
  }
}

const own = '/o/$organization/monthly-report';

/** What was counted in the month before, by mail (C-13). */
export const monthlyReports: Descriptor = {
  name: 'monthly-reports',
  texts: {
    ja: () => import('../../domain/texts/ja/monthly-reports.ts'),
    en: () => import('../../domain/texts/en/monthly-reports.ts'),
  },
  pages: [{ path: own, audience: 'logged-in', permission: 'monthly-reports:use', load: () => import('./page.tsx') }],
  menu: [{ path: own, title: 'menu.monthlyReport', icon: 'document', permission: 'monthly-reports:use' }],
  cards: [
    {
      path: own,
      title: 'menu.monthlyReport',
      text: 'cards.text',
      action: 'cards.action',
      icon: 'document',
      permission: 'monthly-reports:use',
    },
  ],
};
