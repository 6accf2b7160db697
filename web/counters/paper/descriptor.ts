import type paperTexts from '../../../domain/texts/en/paper-sizes.ts';
import type { Site } from '../../api/types.ts';
import type { Descriptor } from '../../context/descriptor.ts';
import { counters } from '../descriptor.ts';

declare module '../../texts/messages.ts' {
  interface CapabilityMessages {
    'paper-sizes': typeof paperTexts;
  }
}

/** Where no model counts any there is nothing to choose. */
const when = ({ capabilities }: Site) =>
  capabilities.counters?.models.some(({ counters: own }) => own.some(({ place }) => place.startsWith('paper'))) ??
  false;
const path = '/o/$organization/counters/paper-sizes';

/** Which sizes of paper somebody wants to see in lists, files and graphs (C-10). */
export const paperSizes: Descriptor = {
  name: 'paper-sizes',
  partOf: 'counters',
  texts: {
    ja: () => import('../../../domain/texts/ja/paper-sizes.ts'),
    en: () => import('../../../domain/texts/en/paper-sizes.ts'),
  },
  moreTexts: { counters: counters.texts },
  pages: [{ path, audience: 'logged-in', permission: 'counters:read', when, load: () => import('./page.tsx') }],
  menu: [{ path, title: 'menu', icon: 'document', permission: 'counters:read', named: 'paper-sizes', when }],
  cards: [],
};
