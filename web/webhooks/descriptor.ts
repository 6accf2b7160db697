import type webhookTexts from '../../domain/texts/en/webhooks.ts';
import type { Descriptor } from '../context/descriptor.ts';
import { eventTexts } from '../context/event-words.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    webhooks: typeof webhookTexts;
  }
}

const list = '/o/$organization/webhooks';
const page = (path: string, load: Descriptor['pages'][number]['load']) =>
  ({ path, audience: 'logged-in', permission: 'webhooks:manage', load }) as const;

/** By which programs of the organization are told of what happens (P-24). */
export const webhooks: Descriptor = {
  name: 'webhooks',
  texts: {
    ja: () => import('../../domain/texts/ja/webhooks.ts'),
    en: () => import('../../domain/texts/en/webhooks.ts'),
  },
  moreTexts: eventTexts,
  pages: [
    page(list, () => import('./list-page.tsx')),
    page(`${list}/new`, () => import('./make-page.tsx')),
    page(`${list}/$webhook`, () => import('./view-page.tsx')),
    page(`${list}/$webhook/change`, () => import('./change-page.tsx')),
  ],
  menu: [{ path: list, title: 'menu.webhooks', icon: 'swap', permission: 'webhooks:manage' }],
  needs: [{ kind: 'webhooks-failing', icon: 'swap', path: list }],
  cards: [],
};
