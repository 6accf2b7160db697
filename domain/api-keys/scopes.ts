import type { Permission } from '../accounts/permissions.ts';

/** What an API key is given by: one word for what belongs together. */
export const scopeAreas = [
  'devices',
  'readings',
  'device-settings',
  'alarms',
  'counters',
  'toner',
  'departments',
  'unlock-codes',
  'registration-keys',
  'licences',
  'maintenance-links',
  'maintenance-addresses',
  'customers',
  'organizations',
  'members',
  'acting',
  'audit',
  'imports',
  'accounts',
  'activation-keys',
  'manufactured-devices',
  'notices',
] as const;
export type ScopeArea = (typeof scopeAreas)[number];
export type Scope = `${ScopeArea}:${'read' | 'write'}`;

export const scopes: readonly Scope[] = scopeAreas.flatMap((area): Scope[] => [`${area}:read`, `${area}:write`]);

/**
 * Which scope an API key needs for what a permission allows. Null for what no key does: everything that decides who gets in, who may do
 * what and who acts for whom, closing and handing over, what each person chooses for themselves, and closing the site.
 */
const scopeOfPermission: Record<Permission, Scope | null> = {
  'organization:change': null,
  'accounts:read': 'accounts:read',
  'accounts:change': null,
  'accounts:create': null,
  'registration-keys:read': 'registration-keys:read',
  'registration-keys:issue': 'registration-keys:write',
  'registration-keys:move': 'registration-keys:write',
  'activation-keys:read': 'activation-keys:read',
  'activation-keys:import': 'activation-keys:write',
  'activation-keys:generate': 'activation-keys:write',
  'notices:manage': 'notices:write',
  'maintenance:manage': null,
  'imports:read': 'imports:read',
  'own-account:use': null,
  'members:read': 'members:read',
  'members:manage': null,
  'ownership:hand-over': null,
  'organization:close': null,
  'organizations:read': 'organizations:read',
  'organizations:create': null,
  'organizations:manage': null,
  'acting:start': null,
  'acting:read': 'acting:read',
  'audit:read': 'audit:read',
  'devices:read': 'devices:read',
  'devices:register': 'devices:write',
  'devices:change': 'devices:write',
  'devices:club': 'devices:write',
  'devices:transfer': 'devices:write',
  'devices:manage': 'devices:write',
  'device-groups:change': 'devices:write',
  'manufactured-devices:read': 'manufactured-devices:read',
  'manufactured-devices:import': 'manufactured-devices:write',
  'unlock-codes:read': 'unlock-codes:read',
  'readings:read': 'readings:read',
  'readings:manage': 'readings:write',
  'power-flow:read': 'readings:read',
  'counters:read': 'counters:read',
  'counters:correct': 'counters:write',
  'toner:read': 'toner:read',
  'toner:change': 'toner:write',
  'departments:read': 'departments:read',
  'departments:change': 'departments:write',
  'device-settings:read': 'device-settings:read',
  'device-settings:change': 'device-settings:write',
  'maintenance-addresses:read': 'maintenance-addresses:read',
  'maintenance-addresses:change': 'maintenance-addresses:write',
  'alarms:read': 'alarms:read',
  'alarms:acknowledge': 'alarms:write',
  'alarms:manage': 'alarms:write',
  'mail-notices:use': null,
  'mail-notices:manage': null,
  'monthly-reports:use': null,
  'maintenance-links:read': 'maintenance-links:read',
  'maintenance-links:manage': 'maintenance-links:write',
  'licences:read': 'licences:read',
  'licence-renewals:read': 'licences:read',
  'licences:rehearse': 'licences:read',
  'licences:assign': 'licences:write',
  'licences:pass-on': 'licences:write',
  'licences:place': 'licences:write',
  'licence-orders:manage': 'licences:write',
  'customers:read': 'customers:read',
  'customers:correct': null,
  'api-keys:manage': null,
  'webhooks:manage': null,
  'contact-requests:ask': null,
  'contact-requests:answer': null,
  'mailings:send': null,
};

/** The scope that an API key needs for this, or null where no key does. */
export function scopeOf(permission: Permission): Scope | null {
  return scopeOfPermission[permission];
}

/** What of `held` a key with these scopes may do. */
export function permissionsWithin(held: readonly Permission[], given: readonly string[]): Permission[] {
  return held.filter((permission) => {
    const scope = scopeOf(permission);
    return scope !== null && given.includes(scope);
  });
}

/** With which capability of a site an area is there; the others are always. */
const capabilityOfArea: Partial<Record<ScopeArea, string>> = {
  devices: 'devices',
  'manufactured-devices': 'devices',
  readings: 'readings',
  'device-settings': 'device-settings',
  alarms: 'alarms',
  counters: 'counters',
  toner: 'toner',
  departments: 'departments',
  'unlock-codes': 'unlock-codes',
  'registration-keys': 'registration-keys',
  'activation-keys': 'registration-keys',
  licences: 'licences',
  'maintenance-links': 'maintenance-links',
  'maintenance-addresses': 'maintenance-addresses',
};

/** The scopes that are of any use at a site to somebody who holds these permissions, in the order of the list. */
export function scopesWithin(held: readonly Permission[], site: { capabilities: Record<string, unknown> }): Scope[] {
  const useful = new Set(held.map(scopeOf));
  return scopeAreas.flatMap((area): Scope[] => {
    const capability = capabilityOfArea[area];
    if (capability !== undefined && !(capability in site.capabilities)) return [];
    return ([`${area}:read`, `${area}:write`] as const).filter((scope) => useful.has(scope));
  });
}
