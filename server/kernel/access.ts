import { sql, type RawBuilder } from 'kysely';
import type { Scope } from './session.ts';

/** What one organization may do with another's data; `grants_in_force` gives an organization all of them on its own. */
export type Right = 'list' | 'read' | 'configure' | 'act-as';

/**
 * The organizations whose rows the caller may reach with that right, for `organization_id in …`. Every query over
 * organizations' data uses it and nobody writes the condition by hand: a grant that ends, ends everywhere.
 */
export function reachable(scope: Scope, right: Right): RawBuilder<string> {
  return sql<string>`(select g.of_organization_id from grants_in_force(${scope.now}::timestamptz) g
    where g.site_id = ${scope.siteId} and g.to_organization_id = ${scope.organizationId}::uuid and ${right} = any(g.rights))`;
}
