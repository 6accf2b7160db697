import type deviceTexts from '../../domain/texts/en/devices.ts';
import type { Descriptor } from '../context/descriptor.ts';
import { exportTexts } from '../exports/texts.ts';
import { importTexts } from '../imports/texts.ts';
import { scannerTexts } from '../ui/scanner/texts.ts';
import { hasClub } from './has-club.ts';
import { nounOf } from './noun.ts';
import { transferEntries } from './transfers/entries.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    devices: typeof deviceTexts;
  }
}

const own = '/o/$organization/devices';
const made = '/o/$organization/manufactured-devices';

/** What was made, whose it is and where it stands; each site calls a device by its own word. */
export const devices: Descriptor = {
  name: 'devices',
  texts: {
    ja: () => import('../../domain/texts/ja/devices.ts'),
    en: () => import('../../domain/texts/en/devices.ts'),
  },
  moreTexts: {
    ...importTexts,
    ...exportTexts,
    ...scannerTexts,
    ...transferEntries.texts,
    // For the address that a postal code stands for, and for what is gone.
    accounts: {
      ja: () => import('../../domain/texts/ja/accounts.ts'),
      en: () => import('../../domain/texts/en/accounts.ts'),
    },
    members: {
      ja: () => import('../../domain/texts/ja/members.ts'),
      en: () => import('../../domain/texts/en/members.ts'),
    },
  },
  words: (site, language) => ({ ...nounOf(site, language) }),
  pages: [
    { path: own, audience: 'logged-in', permission: 'devices:read', load: () => import('./list/list-page.tsx') },
    {
      path: `${own}/register`,
      audience: 'logged-in',
      permission: 'devices:register',
      load: () => import('./register/start-page.tsx'),
    },
    {
      path: `${own}/register/$draft/$step`,
      audience: 'logged-in',
      permission: 'devices:register',
      load: () => import('./register/wizard-page.tsx'),
    },
    {
      path: `${own}/register-many`,
      audience: 'logged-in',
      permission: 'devices:register',
      load: () => import('./many/many-page.tsx'),
    },
    {
      path: `${own}/register-many/$import`,
      audience: 'logged-in',
      permission: 'devices:register',
      load: () => import('./many/many-page.tsx'),
    },
    {
      path: `${own}/scan`,
      audience: 'logged-in',
      permission: 'devices:register',
      load: () => import('./scan/start-page.tsx'),
    },
    {
      path: `${own}/scan/$draft`,
      audience: 'logged-in',
      permission: 'devices:register',
      load: () => import('./scan/scan-page.tsx'),
    },
    { path: `${own}/club`, audience: 'logged-in', permission: 'devices:read', load: () => import('./club-page.tsx') },
    { path: `${own}/help`, audience: 'logged-in', permission: 'devices:read', load: () => import('./help-page.tsx') },
    ...transferEntries.pages,
    {
      path: `${own}/models`,
      audience: 'logged-in',
      permission: 'manufactured-devices:read',
      load: () => import('./operator/models-page.tsx'),
    },
    {
      path: `${own}/$device`,
      audience: 'logged-in',
      permission: 'devices:read',
      load: () => import('./detail/detail-page.tsx'),
    },
    {
      path: `${own}/$device/edit`,
      audience: 'logged-in',
      permission: 'devices:change',
      load: () => import('./edit/start-page.tsx'),
    },
    {
      path: `${own}/$device/edit/$draft/$step`,
      audience: 'logged-in',
      permission: 'devices:change',
      load: () => import('./edit/edit-page.tsx'),
    },
    {
      path: made,
      audience: 'logged-in',
      permission: 'manufactured-devices:read',
      load: () => import('./operator/manufactured-page.tsx'),
    },
    {
      path: `${made}/import`,
      audience: 'logged-in',
      permission: 'manufactured-devices:import',
      load: () => import('./operator/import-page.tsx'),
    },
    {
      path: `${made}/import/$import`,
      audience: 'logged-in',
      permission: 'manufactured-devices:import',
      load: () => import('./operator/import-page.tsx'),
    },
  ],
  menu: [
    {
      path: '/account',
      title: 'menu.customerData',
      icon: 'user',
      permission: 'own-account:use',
      also: 'devices:register',
      exact: true,
    },
    { path: `${own}/register`, title: 'menu.register', icon: 'plus', permission: 'devices:register' },
    { path: `${own}/register-many`, title: 'menu.registerMany', icon: 'upload', permission: 'devices:register' },
    { path: own, title: 'menu.list', icon: 'list', permission: 'devices:read', exact: true, main: true },
    ...transferEntries.menu,
    {
      path: `${own}/club`,
      title: 'menu.club',
      icon: 'success',
      permission: 'devices:read',
      also: 'devices:register',
      when: hasClub,
    },
    { path: made, title: 'menu.manufactured', icon: 'device', permission: 'manufactured-devices:read', exact: true },
    {
      path: `${made}/import`,
      title: 'menu.manufacturedImport',
      icon: 'upload',
      permission: 'manufactured-devices:import',
    },
    { path: `${own}/models`, title: 'menu.models', icon: 'document', permission: 'manufactured-devices:read' },
    {
      path: '/o/$organization/imports',
      title: 'menu.imports',
      icon: 'document',
      permission: 'imports:read',
      exact: true,
    },
    { path: `${own}/help`, title: 'menu.help', icon: 'info', permission: 'devices:read', also: 'devices:register' },
  ],
  needs: [
    { kind: 'end-reports', icon: 'report', path: '/o/$organization/end-reports' },
    { kind: 'first-device', icon: 'plus', path: `${own}/register` },
  ],
  cards: [
    {
      path: `${own}/register`,
      title: 'menu.register',
      text: 'cards.registerText',
      action: 'cards.registerAction',
      icon: 'plus',
      permission: 'devices:register',
    },
    {
      path: `${own}/register-many`,
      title: 'menu.registerMany',
      text: 'cards.manyText',
      action: 'cards.manyAction',
      icon: 'upload',
      permission: 'devices:register',
    },
    {
      path: own,
      title: 'menu.list',
      text: 'cards.listText',
      action: 'cards.listAction',
      icon: 'list',
      permission: 'devices:read',
    },
    {
      path: made,
      title: 'menu.manufactured',
      text: 'cards.manufacturedText',
      action: 'cards.manufacturedAction',
      icon: 'device',
      permission: 'manufactured-devices:read',
    },
    {
      path: `${own}/club`,
      title: 'menu.club',
      text: 'cards.clubText',
      action: 'cards.clubAction',
      icon: 'success',
      permission: 'devices:read',
      also: 'devices:club',
      when: hasClub,
    },
  ],
  logInPart: { load: () => import('./many/log-in-part.tsx') },
  waiting: transferEntries.waiting,
  deviceParts: transferEntries.parts,
  drafts: [
    {
      kind: 'device-registration',
      title: 'menu.register',
      permission: 'devices:register',
      read: async (draft) => (await import('./register/begun.ts')).begunRegistration(draft),
    },
    {
      kind: 'device-scan',
      title: 'menu.registerMany',
      permission: 'devices:register',
      read: async (draft) => (await import('./scan/begun.ts')).begunScan(draft),
    },
  ],
};
