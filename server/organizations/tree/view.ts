import { sql } from 'kysely';
import type { KindBelow } from '../../../domain/organizations/options.ts';
import { reachable } from '../../kernel/access.ts';
import type { Database } from '../../kernel/database.ts';
import { outsideId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import { pathOf } from './facts.ts';
import { listGrants } from './grants.ts';
import { matchingOrganizations, organizationRows } from './list.ts';

const anything = { text: '', kind: null, state: null, parentId: null } as const;

/** One organization as who may list it sees it; null for any other. */
export async function viewOrganization(db: Database, scope: Scope, id: string, seesAll: boolean) {
  const row = await organizationRows(db, scope, anything).where('o.id', '=', id).executeTakeFirst();
  if (!row) return null;
  const below = await matchingOrganizations(db, scope, { ...anything, parentId: id, state: 'open' })
    .select(['o.kind', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('o.kind')
    .execute();
  const count = (kind: KindBelow) => below.find((one) => one.kind === kind)?.count ?? 0;
  const { rows } = await sql<{
    id: string;
  }>`select r.id from ${reachable(scope, 'act-as')} as r(id) where r.id = ${id}::uuid`.execute(db);
  return {
    id: outsideId('organization', row.id),
    name: row.name,
    kind: row.kind as KindBelow,
    since: row.since.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    above: await namesAbove(db, scope, row.parentId),
    users: row.users,
    below: { dealers: count('dealer'), customers: count('customer') },
    grants: await listGrants(db, scope, id, seesAll),
    mayActAs: rows.length > 0 && row.closedAt === null,
  };
}

/** Who stands above, from the top; only what the caller may list, and its own organization. */
async function namesAbove(db: Database, scope: Scope, parentId: string | null) {
  const path = await pathOf(db, scope.siteId, parentId);
  if (path.length === 0) return [];
  const rows = await db
    .selectFrom('organizations as o')
    .select(['o.id', 'o.name'])
    .where('o.site_id', '=', scope.siteId)
    .where('o.id', 'in', path)
    .where('o.id', 'in', reachable(scope, 'list'))
    .execute();
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return path
    .toReversed()
    .flatMap((id) => (names.has(id) ? [{ id: outsideId('organization', id), name: names.get(id) ?? '' }] : []));
}
