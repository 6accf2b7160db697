import type stockTexts from '../../../domain/texts/en/licence-stock.ts';
import type { Descriptor } from '../../context/descriptor.ts';
import { exportTexts } from '../../exports/texts.ts';
import { importTexts } from '../../imports/texts.ts';
import { licenceTextsOf } from '../descriptor.ts';

declare module '../../texts/messages.ts' {
  interface CapabilityMessages {
    'licence-stock': typeof stockTexts;
  }
}

const own = '/o/$organization/licence-stock';
const orders = '/o/$organization/licence-orders';
const below = '/o/$organization/dealer-stock';
const types = '/o/$organization/licence-types';

/** Stock of licences: what dealers have, bought, passed on and gave back (L-02, L-10, L-12). */
export const licenceStock: Descriptor = {
  name: 'licence-stock',
  partOf: 'licences',
  texts: {
    ja: () => import('../../../domain/texts/ja/licence-stock.ts'),
    en: () => import('../../../domain/texts/en/licence-stock.ts'),
  },
  moreTexts: { ...licenceTextsOf, ...importTexts, ...exportTexts },
  pages: [
    { path: own, audience: 'logged-in', permission: 'licences:read', load: () => import('./stock-page.tsx') },
    {
      path: `${own}/moves`,
      audience: 'logged-in',
      permission: 'licences:read',
      load: () => import('./moves-page.tsx'),
    },
    {
      path: `${own}/pass/$kind`,
      audience: 'logged-in',
      permission: 'licences:pass-on',
      load: () => import('./pass-page.tsx'),
    },
    {
      path: `${own}/pass/$kind/check`,
      audience: 'logged-in',
      permission: 'licences:pass-on',
      load: () => import('./check-page.tsx'),
    },
    { path: below, audience: 'logged-in', permission: 'licences:read', load: () => import('./below-page.tsx') },
    { path: types, audience: 'logged-in', permission: 'licences:read', load: () => import('./types-page.tsx') },
    { path: orders, audience: 'logged-in', permission: 'licences:read', load: () => import('./orders-page.tsx') },
    {
      path: `${orders}/import`,
      audience: 'logged-in',
      permission: 'licence-orders:manage',
      load: () => import('./import-page.tsx'),
    },
    {
      path: `${orders}/import/$import`,
      audience: 'logged-in',
      permission: 'licence-orders:manage',
      load: () => import('./import-page.tsx'),
    },
    {
      path: `${orders}/$order`,
      audience: 'logged-in',
      permission: 'licences:read',
      load: () => import('./order-page.tsx'),
    },
  ],
  menu: [
    { path: own, named: 'licences', title: 'menu.stock', icon: 'list', permission: 'licences:read', kinds: ['dealer'] },
    {
      path: orders,
      named: 'licence-orders',
      title: 'menu.orders',
      icon: 'document',
      permission: 'licences:read',
      kinds: ['maker'],
      exact: true,
    },
    { path: below, title: 'menu.below', icon: 'list', permission: 'licences:read', kinds: ['maker'] },
    { path: types, title: 'menu.types', icon: 'document', permission: 'licences:read', kinds: ['maker'] },
  ],
  cards: [
    {
      path: own,
      title: 'menu.stock',
      text: 'cards.stockText',
      action: 'cards.stockAction',
      icon: 'list',
      permission: 'licences:read',
      kinds: ['dealer'],
    },
    {
      path: orders,
      title: 'menu.orders',
      text: 'cards.ordersText',
      action: 'cards.ordersAction',
      icon: 'document',
      permission: 'licences:read',
      kinds: ['maker'],
    },
  ],
};
