import type groupTexts from '../../domain/texts/en/device-groups.ts';
import type { Descriptor } from '../context/descriptor.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    'device-groups': typeof groupTexts;
  }
}

const own = '/o/$organization/device-groups';

/** Groups of devices, by which counters are asked for and summed up (C-09). */
export const deviceGroups: Descriptor = {
  name: 'device-groups',
  partOf: 'counters',
  texts: {
    ja: () => import('../../domain/texts/ja/device-groups.ts'),
    en: () => import('../../domain/texts/en/device-groups.ts'),
  },
  pages: [
    { path: own, audience: 'logged-in', permission: 'counters:read', load: () => import('./list-page.tsx') },
    {
      path: `${own}/new`,
      audience: 'logged-in',
      permission: 'device-groups:change',
      load: () => import('./new-page.tsx'),
    },
    {
      path: `${own}/$group`,
      audience: 'logged-in',
      permission: 'counters:read',
      load: () => import('./group-page.tsx'),
    },
  ],
  menu: [
    {
      path: own,
      title: 'menu.groups',
      icon: 'list',
      permission: 'counters:read',
      also: 'device-groups:change',
      named: 'device-groups',
    },
  ],
  cards: [],
  deviceParts: [{ place: 'body', permission: 'counters:read', load: () => import('./device-part.tsx') }],
  deviceConditions: [{ key: 'group', permission: 'counters:read', load: () => import('./group-condition.tsx') }],
};
