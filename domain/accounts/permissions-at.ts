import { permissionsOf, type OrganizationKind, type Permission, type Role } from './permissions.ts';
import { waysToMake, type AccountPolicy } from './policy.ts';

/** What a user may do at one site: nobody makes accounts for others where the site's data name no way to. */
export function permissionsAt(policy: AccountPolicy, kind: OrganizationKind, role: Role): Permission[] {
  const makes = waysToMake(policy, kind).length > 0;
  return permissionsOf(kind, role).filter((permission) => makes || permission !== 'accounts:create');
}
