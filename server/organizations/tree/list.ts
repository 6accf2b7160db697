import { sql } from 'kysely';
import { kindsBelow, type KindBelow } from '../../../domain/organizations/options.ts';
import { reachable } from '../../kernel/access.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { asSearched } from '../../kernel/search.ts';
import type { Scope } from '../../kernel/session.ts';

export const organizationSorts = ['name', 'kind', 'parent', 'users', 'since'] as const;
type Key = (typeof organizationSorts)[number];
export type OrganizationSort = Key | `-${Key}`;
export type OrganizationFilter = {
  text: string;
  kind: KindBelow | null;
  state: 'open' | 'closed' | null;
  /** Only what stands directly below this one. */
  parentId: string | null;
};

/** Organizations that were granted to the caller's to list, its own not counted; the tree alone shows nothing. */
export function matchingOrganizations(db: Database | Tx, scope: Scope, filter: OrganizationFilter) {
  let matching = db
    .selectFrom('organizations as o')
    .leftJoin('organizations as p', (join) =>
      join
        .onRef('p.site_id', '=', 'o.site_id')
        .onRef('p.id', '=', 'o.parent_id')
        .on('p.id', 'in', reachable(scope, 'list')),
    )
    .where('o.site_id', '=', scope.siteId)
    .where('o.kind', 'in', kindsBelow)
    .where('o.id', '<>', scope.organizationId)
    .where('o.id', 'in', reachable(scope, 'list'));
  if (filter.kind) matching = matching.where('o.kind', '=', filter.kind);
  if (filter.state) matching = matching.where('o.closed_at', filter.state === 'open' ? 'is' : 'is not', null);
  if (filter.parentId) matching = matching.where('o.parent_id', '=', filter.parentId);
  if (filter.text)
    matching = matching.where(sql<boolean>`lower(normalize(o.name, NFKC)) like ${asSearched(filter.text)}`);
  return matching;
}

const users = (scope: Scope) => sql<number | null>`case when o.id in ${reachable(scope, 'read')} then
  (select count(*)::int from users u where u.site_id = o.site_id and u.organization_id = o.id
    and u.erased_at is null and u.ended_at is null) end`;

/** Their rows in order; by themselves the newest first. */
export function organizationRows(
  db: Database | Tx,
  scope: Scope,
  filter: OrganizationFilter,
  sort: OrganizationSort = '-since',
) {
  const places = {
    name: sql`o.name collate "C"`,
    kind: sql`o.kind`,
    parent: sql`p.name collate "C"`,
    users: users(scope),
    since: sql`o.created_at`,
  } as const;
  const down = sort.startsWith('-');
  return matchingOrganizations(db, scope, filter)
    .select(['o.id', 'o.name', 'o.kind', 'o.created_at as since', 'o.closed_at as closedAt'])
    .select(['p.id as parentId', 'p.name as parent'])
    .select(users(scope).as('users'))
    .orderBy(places[sort.replace(/^-/, '') as Key], (order) =>
      down ? order.desc().nullsLast() : order.asc().nullsLast(),
    )
    .orderBy('o.created_at', 'desc')
    .orderBy('o.id', 'desc');
}

export type OrganizationRow = Awaited<ReturnType<ReturnType<typeof organizationRows>['execute']>>[number];
