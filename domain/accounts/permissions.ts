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
  'own-account:use',
  'members:read',
  'members:manage',
  'ownership:hand-over',
  'organization:close',
  'organizations:read',
  'organizations:create',
  'organizations:manage',
  'acting:start',
  'acting:read',
  'audit:read',
  'devices:read',
  'devices:register',
  'devices:change',
  'devices:club',
  'devices:transfer',
  'devices:manage',
  'manufactured-devices:read',
  'manufactured-devices:import',
  'unlock-codes:read',
  'readings:read',
  'power-flow:read',
  'readings:manage',
  'counters:read',
  'counters:correct',
  'toner:read',
  'toner:change',
  'departments:read',
  'departments:change',
  'device-groups:change',
  'device-settings:read',
  'device-settings:change',
  'maintenance-addresses:read',
  'maintenance-addresses:change',
  'alarms:read',
  'alarms:acknowledge',
  'alarms:manage',
  'mail-notices:use',
  'mail-notices:manage',
  'monthly-reports:use',
  'maintenance-links:read',
  'maintenance-links:manage',
  'licences:read',
  'licence-renewals:read',
  'licences:assign',
  'licences:pass-on',
  'licences:place',
  'licence-orders:manage',
  'licences:rehearse',
  'customers:read',
  'customers:correct',
  'api-keys:manage',
  'webhooks:manage',
  'contact-requests:ask',
  'contact-requests:answer',
  'mailings:send',
] as const;
export type Permission = (typeof permissions)[number];

type Holder = { kinds: readonly OrganizationKind[]; roles: readonly Role[] };

const outside = ['dealer', 'customer'] as const;
const holders: Record<Permission, Holder | readonly Holder[]> = {
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
  'own-account:use': { kinds: organizationKinds, roles },
  'members:read': { kinds: organizationKinds, roles: ['owner', 'manager', 'member'] },
  'members:manage': { kinds: organizationKinds, roles: ['owner', 'manager'] },
  'ownership:hand-over': { kinds: organizationKinds, roles: ['owner'] },
  'organization:close': { kinds: outside, roles: ['owner'] },
  'organizations:read': { kinds: ['maker', 'dealer'], roles: ['owner', 'manager', 'member'] },
  'organizations:create': { kinds: ['maker', 'dealer'], roles: ['owner', 'manager'] },
  'organizations:manage': { kinds: ['maker'], roles: ['owner', 'manager'] },
  'acting:start': { kinds: ['maker', 'dealer'], roles: ['owner', 'manager'] },
  'acting:read': { kinds: organizationKinds, roles: ['owner', 'manager'] },
  'audit:read': [
    { kinds: organizationKinds, roles: ['owner'] },
    { kinds: ['maker'], roles: ['manager'] },
  ],
  'devices:read': { kinds: organizationKinds, roles },
  'devices:register': { kinds: outside, roles: ['owner', 'manager', 'member'] },
  'devices:change': { kinds: outside, roles: ['owner', 'manager', 'member'] },
  'devices:club': { kinds: outside, roles: ['owner', 'manager'] },
  'devices:transfer': { kinds: outside, roles: ['owner', 'manager'] },
  'devices:manage': { kinds: ['maker'], roles: ['owner', 'manager'] },
  'manufactured-devices:read': { kinds: ['maker'], roles: ['owner', 'manager', 'member'] },
  'manufactured-devices:import': { kinds: ['maker'], roles: ['owner', 'manager'] },
  'unlock-codes:read': { kinds: organizationKinds, roles },
  'readings:read': { kinds: organizationKinds, roles },
  'power-flow:read': { kinds: organizationKinds, roles },
  'readings:manage': { kinds: ['maker'], roles: ['owner', 'manager'] },
  'counters:read': { kinds: organizationKinds, roles },
  'counters:correct': { kinds: ['maker'], roles: ['owner', 'manager'] },
  'toner:read': { kinds: organizationKinds, roles },
  'toner:change': { kinds: outside, roles: ['owner', 'manager', 'member'] },
  'departments:read': { kinds: outside, roles },
  'departments:change': { kinds: outside, roles: ['owner', 'manager', 'member'] },
  'device-groups:change': { kinds: outside, roles: ['owner', 'manager', 'member'] },
  'device-settings:read': { kinds: organizationKinds, roles },
  'device-settings:change': { kinds: outside, roles: ['owner', 'manager', 'member'] },
  'maintenance-addresses:read': { kinds: outside, roles: ['owner', 'manager', 'member'] },
  'maintenance-addresses:change': { kinds: outside, roles: ['owner', 'manager'] },
  'alarms:read': { kinds: organizationKinds, roles },
  'alarms:acknowledge': { kinds: organizationKinds, roles: ['owner', 'manager', 'member'] },
  'alarms:manage': { kinds: outside, roles: ['owner', 'manager'] },
  'mail-notices:use': { kinds: outside, roles },
  'mail-notices:manage': { kinds: outside, roles: ['owner', 'manager'] },
  'monthly-reports:use': { kinds: outside, roles },
  'maintenance-links:read': { kinds: outside, roles },
  'maintenance-links:manage': { kinds: outside, roles: ['owner', 'manager'] },
  'licences:read': { kinds: organizationKinds, roles },
  'licence-renewals:read': { kinds: ['dealer'], roles },
  'licences:assign': { kinds: ['dealer'], roles: ['owner', 'manager', 'member'] },
  'licences:pass-on': { kinds: ['dealer'], roles: ['owner', 'manager'] },
  'licences:place': { kinds: ['customer'], roles: ['owner', 'manager', 'member'] },
  'licence-orders:manage': { kinds: ['maker'], roles: ['owner', 'manager'] },
  'licences:rehearse': { kinds: ['maker'], roles: ['owner', 'manager', 'member'] },
  'customers:read': { kinds: ['dealer'], roles: ['owner', 'manager', 'member'] },
  'customers:correct': { kinds: ['dealer'], roles: ['owner', 'manager'] },
  'api-keys:manage': { kinds: organizationKinds, roles: ['owner'] },
  'webhooks:manage': { kinds: organizationKinds, roles: ['owner'] },
  'contact-requests:ask': { kinds: outside, roles },
  'contact-requests:answer': { kinds: ['maker'], roles: ['owner', 'manager', 'member'] },
  'mailings:send': { kinds: ['maker'], roles: ['owner', 'manager'] },
};

/** Who acts for an organization does so as one of its managers (P-17). */
const actingRole: Role = 'manager';

/** What nobody does on behalf of others: whatever decides who gets in, who may do what, who acts for whom, and whose a device is (P-31). */
export const refusedWhileActing: readonly Permission[] = [
  'organization:change',
  'accounts:change',
  'accounts:create',
  'customers:correct',
  'own-account:use',
  'members:manage',
  'ownership:hand-over',
  'organization:close',
  'organizations:create',
  'organizations:manage',
  'acting:start',
  'devices:transfer',
  'maintenance-addresses:change',
  'mail-notices:use',
  'mail-notices:manage',
  'monthly-reports:use',
  'maintenance-links:manage',
  'api-keys:manage',
  'webhooks:manage',
  'contact-requests:ask',
];

/** Whether a user of this role, in an organization of this kind, holds the permission. */
export function holds(kind: OrganizationKind, role: Role, permission: Permission): boolean {
  return [holders[permission]].flat().some(({ kinds, roles: of }) => kinds.includes(kind) && of.includes(role));
}

/** All permissions of a user, in the order of the list; what the session tells the web. */
export function permissionsOf(kind: OrganizationKind, role: Role): Permission[] {
  return permissions.filter((permission) => holds(kind, role, permission));
}

export function mayBeDoneForOthers(permission: Permission): boolean {
  return !refusedWhileActing.includes(permission);
}

/** What somebody holds who acts for an organization of this kind. */
export function permissionsActingFor(kind: OrganizationKind): Permission[] {
  return permissionsOf(kind, actingRole).filter(mayBeDoneForOthers);
}
