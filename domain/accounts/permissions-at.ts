import type { OrganizationOptions } from '../organizations/options.ts';
import type { OrganizationKind, Permission } from './permissions.ts';
import { waysToMake, type AccountPolicy } from './policy.ts';

type SiteRules = { accounts: AccountPolicy; organizations: Pick<OrganizationOptions, 'dealersMake'> };

/**
 * Leaves out of `held` what is of no use at one site: nobody makes accounts for others where the site's data name no way to, and
 * a dealer makes organizations, looks at others and acts for them only where it may make some or looks after some.
 * @param hasOthers whether anything is granted to the organization.
 */
export function permissionsAt(
  { accounts, organizations }: SiteRules,
  kind: OrganizationKind,
  held: readonly Permission[],
  hasOthers: boolean,
): Permission[] {
  const makesAccounts = waysToMake(accounts, kind).length > 0;
  const makesOrganizations = kind !== 'dealer' || organizations.dealersMake.length > 0;
  const looksAfter = makesOrganizations || hasOthers;
  const useless: Partial<Record<Permission, boolean>> = {
    'accounts:create': !makesAccounts,
    'customers:read': !makesAccounts,
    'customers:correct': !makesAccounts,
    'organizations:create': !makesOrganizations,
    'organizations:read': !looksAfter,
    'acting:start': !looksAfter,
  };
  return held.filter((permission) => !useless[permission]);
}
