export const organizationKinds = ['maker', 'dealer', 'customer'] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

/** A user's role inside the own organization, falling in rights. */
export const roles = ['owner', 'manager', 'member', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** What may be allowed or refused; a route asks for exactly one of these. */
export const permissions = [
  'organization:change',
  'accounts:read',
  'accounts:change',
  'accounts:create',
  'registration-keys:read',
  'registration-keys:issue',
  'activation-keys:read',
  'activation-keys:import',
  'notices:manage',
  'maintenance:manage',
  'activation-keys:generate',
  'registration-keys:move',
  'imports:read',
] as const;
export type Permission = (typeof permissions)[number];

type Holder = { kinds: readonly OrganizationKind[]; roles: readonly Role[] };

const holders: Record<Permission, Holder> = {
  'organization:change': { kinds: organizationKinds, roles: ['owner', 'manager'] },
  'accounts:read': { kinds: ['maker'], roles: ['owner', 'manager', 'member'] },
  'accounts:change': { kinds: ['maker'], roles: ['owner', 'manager'] },
  'accounts:create': { kinds: ['maker', 'dealer'], roles: ['owner', 'manager'] },
  'registration-keys:read': { kinds: organizationKinds, roles },
  'registration-keys:issue': { kinds: organizationKinds, roles: ['owner', 'manager', 'member'] },
  'activation-keys:read': { kinds: ['maker'], roles: ['owner', 'manager'] },
  'activation-keys:import': { kinds: ['maker'], roles: ['owner', 'manager'] },
  'notices:manage': { kinds: ['maker'], roles: ['owner', 'manager'] },
  'maintenance:manage': { kinds: ['maker'], roles: ['owner', 'manager'] },
  'activation-keys:generate': { kinds: ['maker'], roles: ['owner', 'manager'] },
  'imports:read': { kinds: organizationKinds, roles: ['owner', 'manager', 'member'] },
  'registration-keys:move': { kinds: ['maker'], roles: ['owner', 'manager'] },
};

/** Whether a user of this role, in an organization of this kind, holds the permission. */
export function holds(kind: OrganizationKind, role: Role, permission: Permission): boolean {
  const holder = holders[permission];
  return holder.kinds.includes(kind) && holder.roles.includes(role);
}

/** All permissions of a user, in the order of the list; what the session tells the web. */
export function permissionsOf(kind: OrganizationKind, role: Role): Permission[] {
  return permissions.filter((permission) => holds(kind, role, permission));
}
