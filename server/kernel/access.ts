import { sql, type RawBuilder } from 'kysely';
import type { Database, Tx } from './database.ts';
import { planKept } from './kept-plans.ts';
import type { Scope } from './session.ts';

/** What one organization may do with another's data; `grants_in_force` gives an organization all of them on its own. */
export type Right = 'list' | 'read' | 'configure' | 'act-as';

/** Whose eyes something is looked at with: those of the caller, or of an organization that stands in a column. */
export type Viewer = Pick<Scope, 'siteId' | 'now'> & { organizationId: string | RawBuilder<string>; userId?: string };

/** What is granted to the caller's organization, in force now, as `g`. */
function granted(scope: Viewer, right: Right, of: 'grants_in_force' | 'device_grants_in_force'): RawBuilder<unknown> {
  return sql`from ${planKept} ${sql.raw(of)}(${scope.now}::timestamptz) g
    where g.site_id = ${scope.siteId} and g.to_organization_id = ${scope.organizationId}::uuid and ${right} = any(g.rights)`;
}

/**
 * The organizations of which the caller may reach everything with that right, for `organization_id in …`. Every query over
 * organizations' data uses it and nobody writes the condition by hand: a grant that ends, ends everywhere.
 */
export function reachable(scope: Viewer, right: Right): RawBuilder<string> {
  return sql<string>`(select g.of_organization_id ${granted(scope, right, 'grants_in_force')})`;
}

/** The spans of ownership of single devices that the caller may reach without reaching all of the owner's. */
export function reachableSpans(scope: Viewer, right: Right): RawBuilder<string> {
  return sql<string>`(select g.registration_id ${granted(scope, right, 'device_grants_in_force')})`;
}

/** With its table's alias: the condition has tables of its own. */
type Column = `${string}.${string}`;

/** Where a row says whose it is, e.g. `r.organization_id`, and of which span of ownership of a device, e.g. `r.id`. */
export type DevicePlace = { organization: Column; registration: Column };

/**
 * Whether the caller may reach a row about a device with that right: all of its owner's, or that device as long as it is the
 * owner's (E-04). Every query over what belongs to devices uses it. Asked row by row, or of all at once where there are many.
 */
export function reachableDevice(scope: Viewer, right: Right, { organization, registration }: DevicePlace) {
  return sql<boolean>`(exists (select ${granted(scope, right, 'grants_in_force')} and g.of_organization_id = ${sql.ref(organization)})
    or exists (select ${granted(scope, right, 'device_grants_in_force')} and g.registration_id = ${sql.ref(registration)}))`;
}

/**
 * What is known beforehand of what the caller reaches, so that an index can give it: the one organization whose devices they are, null
 * where there are several; and whether there are single devices of others among them.
 */
export type Reach = { alone: string | null; spans: boolean };

/** Looked at before a list is read; what it says is asked for again in the list's own query. */
export async function findReach(db: Database | Tx, scope: Scope, wished: string | null): Promise<Reach> {
  const { rows } = await sql<{ ids: string[]; spans: boolean }>`
    select array(select r.id from ${reachable(scope, 'read')} as r(id) limit 2) as ids,
      exists ${reachableSpans(scope, 'read')} as spans`.execute(db);
  const [{ ids, spans } = { ids: [], spans: false }] = rows;
  const only = ids.length === 1 && !spans ? (ids[0] ?? null) : null;
  return { alone: wished ?? only, spans };
}
