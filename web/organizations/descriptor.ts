import type memberTexts from '../../domain/texts/en/members.ts';
import type organizationTexts from '../../domain/texts/en/organizations.ts';
import type { Descriptor } from '../context/descriptor.ts';
import { exportTexts } from '../exports/texts.ts';

declare module '../texts/messages.ts' {
  interface CapabilityMessages {
    organizations: typeof organizationTexts;
    members: typeof memberTexts;
  }
}

const tree = '/o/$organization/organizations';
const members = '/o/$organization/members';
const own = '/account/organization';

/** Organizations as a tree with people in them: who stands where, who the users are, who owns what. */
export const organizations: Descriptor = {
  name: 'organizations',
  always: true,
  texts: {
    ja: () => import('../../domain/texts/ja/organizations.ts'),
    en: () => import('../../domain/texts/en/organizations.ts'),
  },
  moreTexts: {
    ...exportTexts,
    // Whoever is invited is nobody yet: the frame of strangers has not fetched the words about passwords.
    accounts: {
      ja: () => import('../../domain/texts/ja/accounts.ts'),
      en: () => import('../../domain/texts/en/accounts.ts'),
    },
    members: {
      ja: () => import('../../domain/texts/ja/members.ts'),
      en: () => import('../../domain/texts/en/members.ts'),
    },
  },
  pages: [
    {
      path: tree,
      audience: 'logged-in',
      permission: 'organizations:read',
      load: () => import('./tree/list-page.tsx'),
    },
    {
      path: `${tree}/new`,
      audience: 'logged-in',
      permission: 'organizations:create',
      load: () => import('./tree/make-start-page.tsx'),
    },
    {
      path: `${tree}/new/$draft/$step`,
      audience: 'logged-in',
      permission: 'organizations:create',
      load: () => import('./tree/make-page.tsx'),
    },
    {
      path: `${tree}/$other`,
      audience: 'logged-in',
      permission: 'organizations:read',
      load: () => import('./tree/view-page.tsx'),
    },
    {
      path: `${tree}/$other/move`,
      audience: 'logged-in',
      permission: 'organizations:manage',
      load: () => import('./tree/move-page.tsx'),
    },
    {
      path: `${tree}/$other/close`,
      audience: 'logged-in',
      permission: 'organizations:manage',
      load: () => import('./tree/close-page.tsx'),
    },
    {
      path: `${tree}/$other/grants/new`,
      audience: 'logged-in',
      permission: 'organizations:manage',
      load: () => import('./tree/grant-page.tsx'),
    },
    {
      path: members,
      audience: 'logged-in',
      permission: 'members:read',
      load: () => import('./members/list-page.tsx'),
    },
    {
      path: `${members}/invite`,
      audience: 'logged-in',
      permission: 'members:manage',
      load: () => import('./members/invite-start-page.tsx'),
    },
    {
      path: `${members}/invite/$draft/$step`,
      audience: 'logged-in',
      permission: 'members:manage',
      load: () => import('./members/invite-page.tsx'),
    },
    {
      path: `${members}/$user`,
      audience: 'logged-in',
      permission: 'members:read',
      load: () => import('./members/view-page.tsx'),
    },
    {
      path: '/o/$organization/invitations',
      audience: 'logged-in',
      permission: 'members:manage',
      load: () => import('./members/invitations-page.tsx'),
    },
    { path: own, audience: 'logged-in', permission: 'own-account:use', load: () => import('./own/view-page.tsx') },
    {
      path: `${own}/hand-over`,
      audience: 'logged-in',
      permission: 'ownership:hand-over',
      load: () => import('./own/hand-over-page.tsx'),
    },
    {
      path: `${own}/leave`,
      audience: 'logged-in',
      permission: 'own-account:use',
      load: () => import('./own/leave-page.tsx'),
    },
    {
      path: `${own}/close`,
      audience: 'logged-in',
      permission: 'organization:close',
      load: () => import('./own/close-page.tsx'),
    },
    { path: '/invitation', audience: 'anyone', load: () => import('./members/accept-page.tsx') },
    { path: '/gone', audience: 'anyone', load: () => import('./own/gone-page.tsx') },
  ],
  drafts: [
    {
      kind: 'invitation',
      title: 'begun.invitation',
      permission: 'members:manage',
      read: async (draft) => (await import('./begun.ts')).begunInvitation(draft),
    },
    {
      kind: 'organization',
      title: 'begun.organization',
      permission: 'organizations:create',
      read: async (draft) => (await import('./begun.ts')).begunOrganization(draft),
    },
  ],
  menu: [
    { path: tree, title: 'menu.organizations', icon: 'building', permission: 'organizations:read' },
    { path: members, title: 'menu.members', icon: 'users', permission: 'members:read' },
  ],
  needs: [
    { kind: 'invitations-over', icon: 'users', path: '/o/$organization/invitations', search: { sort: 'expiresAt' } },
  ],
  cards: [
    {
      path: tree,
      title: 'menu.organizations',
      text: 'cards.organizationsText',
      action: 'cards.organizationsAction',
      icon: 'building',
      permission: 'organizations:read',
    },
  ],
};
