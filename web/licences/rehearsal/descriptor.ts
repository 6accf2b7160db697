import type rehearsalTexts from '../../../domain/texts/en/licence-rehearsal.ts';
import type { Descriptor } from '../../context/descriptor.ts';
import { exportTexts } from '../../exports/texts.ts';
import { licenceTextsOf } from '../descriptor.ts';

declare module '../../texts/messages.ts' {
  interface CapabilityMessages {
    'licence-rehearsal': typeof rehearsalTexts;
  }
}

const own = '/o/$organization/licence-rehearsal';

/** What would happen to licences until a day (L-13). */
export const licenceRehearsal: Descriptor = {
  name: 'licence-rehearsal',
  partOf: 'licences',
  texts: {
    ja: () => import('../../../domain/texts/ja/licence-rehearsal.ts'),
    en: () => import('../../../domain/texts/en/licence-rehearsal.ts'),
  },
  moreTexts: { ...exportTexts, ...licenceTextsOf },
  pages: [{ path: own, audience: 'logged-in', permission: 'licences:rehearse', load: () => import('./page.tsx') }],
  menu: [{ path: own, named: 'licence-rehearsal', title: 'menu', icon: 'report', permission: 'licences:rehearse' }],
  cards: [],
};
