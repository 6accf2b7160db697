import type customerTexts from '../../../domain/texts/en/customers.ts';
import type { Descriptor } from '../../context/descriptor.ts';
import { exportTexts } from '../../exports/texts.ts';

declare module '../../texts/messages.ts' {
  interface CapabilityMessages {
    customers: typeof customerTexts;
  }
}

const list = '/o/$organization/customers';

/** A dealer's customers, and what is done about an address that is wrong (L-01). */
export const customers: Descriptor = {
  name: 'customers',
  always: true,
  texts: {
    ja: () => import('../../../domain/texts/ja/customers.ts'),
    en: () => import('../../../domain/texts/en/customers.ts'),
  },
  moreTexts: exportTexts,
  pages: [
    { path: list, audience: 'logged-in', permission: 'customers:read', load: () => import('./list-page.tsx') },
    {
      path: `${list}/$customer`,
      audience: 'logged-in',
      permission: 'customers:read',
      load: () => import('./view-page.tsx'),
    },
    {
      path: `${list}/$customer/address`,
      audience: 'logged-in',
      permission: 'customers:correct',
      load: () => import('./correct-page.tsx'),
    },
    {
      path: '/o/$organization/accounts/$user/address',
      audience: 'logged-in',
      permission: 'accounts:change',
      load: () => import('./operator-page.tsx'),
    },
  ],
  menu: [{ path: list, named: 'customers', title: 'menu.customers', icon: 'user', permission: 'customers:read' }],
  cards: [
    {
      path: list,
      title: 'menu.customers',
      text: 'cards.text',
      action: 'cards.action',
      icon: 'user',
      permission: 'customers:read',
    },
  ],
};
