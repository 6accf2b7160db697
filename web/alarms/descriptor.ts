import type alarmTexts from '../../domain/texts/en/alarms.ts';
import type { Descriptor } from '../context/descriptor.ts';
import { exportTexts } from '../exports/texts.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    alarms: typeof alarmTexts;
  }
}

const own = '/o/$organization/alarms';

/** What is wrong with devices (E-08): found, told, acknowledged. */
export const alarms: Descriptor = {
  name: 'alarms',
  texts: {
    ja: () => import('../../domain/texts/ja/alarms.ts'),
    en: () => import('../../domain/texts/en/alarms.ts'),
  },
  moreTexts: exportTexts,
  pages: [
    { path: own, audience: 'logged-in', permission: 'alarms:read', load: () => import('./list-page.tsx') },
    { path: `${own}/mails`, audience: 'logged-in', permission: 'alarms:read', load: () => import('./mails-page.tsx') },
    { path: `${own}/$alarm`, audience: 'logged-in', permission: 'alarms:read', load: () => import('./view-page.tsx') },
  ],
  menu: [{ path: own, title: 'menu.alarms', icon: 'error', permission: 'alarms:read' }],
  needs: [
    {
      kind: 'alarms',
      icon: 'error',
      path: own,
      search: { acknowledged: 'no', cause: 'but-silence', sort: '-severity' },
      live: 'alarms',
      load: () => import('./home-part.tsx'),
    },
    {
      kind: 'silence',
      icon: 'device',
      path: own,
      search: { acknowledged: 'no', cause: 'silence', sort: 'raisedAt' },
      live: 'alarms',
    },
  ],
  cards: [
    {
      path: own,
      title: 'menu.alarms',
      text: 'cards.text',
      action: 'cards.action',
      icon: 'error',
      permission: 'alarms:read',
    },
  ],
  deviceParts: [
    { place: 'head', permission: 'alarms:read', load: () => import('./status-part.tsx') },
    { place: 'head', permission: 'alarms:read', load: () => import('./device-part.tsx') },
  ],
};
