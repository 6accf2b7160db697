import type activationKeyTexts from '../../domain/texts/en/activation-keys.ts';
import type registrationKeyTexts from '../../domain/texts/en/registration-keys.ts';
import type { Descriptor } from '../context/descriptor.ts';
import { exportTexts } from '../exports/texts.ts';
import { importTexts } from '../imports/texts.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    'registration-keys': typeof registrationKeyTexts;
    'activation-keys': typeof activationKeyTexts;
  }
}

const own = '/o/$organization/registration-keys';
const bought = '/o/$organization/activation-keys';

export const registrationKeys: Descriptor = {
  name: 'registration-keys',
  texts: {
    ja: () => import('../../domain/texts/ja/registration-keys.ts'),
    en: () => import('../../domain/texts/en/registration-keys.ts'),
  },
  moreTexts: {
    ...importTexts,
    ...exportTexts,
    'activation-keys': {
      ja: () => import('../../domain/texts/ja/activation-keys.ts'),
      en: () => import('../../domain/texts/en/activation-keys.ts'),
    },
  },
  pages: [
    { path: own, audience: 'logged-in', permission: 'registration-keys:read', load: () => import('./list-page.tsx') },
    {
      path: `${own}/report`,
      audience: 'logged-in',
      permission: 'registration-keys:read',
      load: () => import('./report-page.tsx'),
    },
    {
      path: `${own}/issue`,
      audience: 'logged-in',
      permission: 'registration-keys:issue',
      load: () => import('./issue/start-page.tsx'),
    },
    {
      path: `${own}/issue/$draft/$step`,
      audience: 'logged-in',
      permission: 'registration-keys:issue',
      load: () => import('./issue/wizard-page.tsx'),
    },
    {
      path: `${own}/demo`,
      audience: 'logged-in',
      permission: 'registration-keys:read',
      load: () => import('./issue/demo-page.tsx'),
    },
    {
      path: `${own}/demo/$step`,
      audience: 'logged-in',
      permission: 'registration-keys:read',
      load: () => import('./issue/demo-page.tsx'),
    },
    {
      path: `${own}/bulk`,
      audience: 'logged-in',
      permission: 'registration-keys:issue',
      load: () => import('./bulk-page.tsx'),
    },
    {
      path: `${own}/bulk/$import`,
      audience: 'logged-in',
      permission: 'registration-keys:issue',
      load: () => import('./bulk-page.tsx'),
    },
    {
      path: bought,
      audience: 'logged-in',
      permission: 'activation-keys:read',
      load: () => import('./activation-keys-page.tsx'),
    },
    {
      path: `${bought}/batches`,
      audience: 'logged-in',
      permission: 'activation-keys:read',
      load: () => import('./batches/list-page.tsx'),
    },
    {
      path: `${bought}/batches/new`,
      audience: 'logged-in',
      permission: 'activation-keys:generate',
      load: () => import('./batches/new-page.tsx'),
    },
    {
      path: `${bought}/batches/$batch`,
      audience: 'logged-in',
      permission: 'activation-keys:read',
      load: () => import('./batches/batch-page.tsx'),
    },
    {
      path: `${bought}/$number`,
      audience: 'logged-in',
      permission: 'activation-keys:read',
      load: () => import('./activation-key/key-page.tsx'),
    },
    {
      path: `${bought}/import`,
      audience: 'logged-in',
      permission: 'activation-keys:import',
      load: () => import('./import-page.tsx'),
    },
    {
      path: `${bought}/import/$import`,
      audience: 'logged-in',
      permission: 'activation-keys:import',
      load: () => import('./import-page.tsx'),
    },
  ],
  menu: [
    { path: `${own}/issue`, title: 'menu.issue', icon: 'key', permission: 'registration-keys:issue' },
    { path: `${own}/bulk`, title: 'menu.bulk', icon: 'upload', permission: 'registration-keys:issue' },
    { path: own, title: 'menu.issued', icon: 'list', permission: 'registration-keys:read', exact: true },
    { path: `${own}/demo`, title: 'menu.demo', icon: 'eye', permission: 'registration-keys:read' },
    { path: `${own}/report`, title: 'menu.report', icon: 'report', permission: 'registration-keys:read' },
    { path: bought, title: 'menu.activationKeys', icon: 'document', permission: 'activation-keys:read', exact: true },
    { path: `${bought}/batches`, title: 'menu.batches', icon: 'print', permission: 'activation-keys:read' },
    { path: `${bought}/import`, title: 'menu.import', icon: 'upload', permission: 'activation-keys:import' },
    {
      path: '/o/$organization/imports',
      title: 'menu.imports',
      icon: 'document',
      permission: 'imports:read',
      exact: true,
    },
  ],
  needs: [
    { kind: 'batches-unconfirmed', icon: 'print', path: `${bought}/batches` },
    { kind: 'first-registration-key', icon: 'key', path: `${own}/issue` },
  ],
  cards: [
    {
      path: `${own}/issue`,
      title: 'menu.issue',
      text: 'cards.issueText',
      action: 'cards.issueAction',
      icon: 'key',
      permission: 'registration-keys:issue',
    },
    {
      path: `${own}/bulk`,
      title: 'menu.bulk',
      text: 'cards.bulkText',
      action: 'cards.bulkAction',
      icon: 'upload',
      permission: 'registration-keys:issue',
    },
    {
      path: own,
      title: 'menu.issued',
      text: 'cards.issuedText',
      action: 'cards.issuedAction',
      icon: 'list',
      permission: 'registration-keys:read',
    },
    {
      path: `${bought}/batches`,
      title: 'menu.batches',
      text: 'cards.batchesText',
      action: 'cards.batchesAction',
      icon: 'print',
      permission: 'activation-keys:read',
    },
    {
      path: `${own}/report`,
      title: 'menu.report',
      text: 'cards.reportText',
      action: 'cards.reportAction',
      icon: 'report',
      permission: 'registration-keys:read',
    },
    {
      path: `${bought}/import`,
      title: 'menu.import',
      text: 'cards.importText',
      action: 'cards.importAction',
      icon: 'upload',
      permission: 'activation-keys:import',
    },
    {
      path: bought,
      title: 'menu.activationKeys',
      text: 'cards.activationKeysText',
      action: 'cards.activationKeysAction',
      icon: 'document',
      permission: 'activation-keys:read',
    },
  ],
  drafts: [
    {
      kind: 'registration-keys',
      title: 'menu.issue',
      permission: 'registration-keys:issue',
      read: async (draft) => (await import('./issue/begun.ts')).begunIssue(draft),
    },
  ],
};
