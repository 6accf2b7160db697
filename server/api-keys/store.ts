import { sql } from 'kysely';
import type { Database, Tx } from '../kernel/database.ts';
import { asSearched } from '../kernel/search.ts';
import type { Scope } from '../kernel/session.ts';
import { stateOfKey, type KeyState } from './state.ts';

export const keySorts = ['name', 'createdAt', 'lastUsedAt', 'endsAt'] as const;
type Sort = (typeof keySorts)[number];
export type KeyFilter = { text: string; state: KeyState | null };

/** The keys of the caller's own organization: nobody looks at those of others, whatever is granted. */
export function matchingKeys(db: Database | Tx, scope: Scope, { text, state }: KeyFilter) {
  let matching = db
    .selectFrom('api_keys as k')
    .innerJoin('users as u', (join) => join.onRef('u.site_id', '=', 'k.site_id').onRef('u.id', '=', 'k.created_by'))
    .where('k.site_id', '=', scope.siteId)
    .where('k.organization_id', '=', scope.organizationId);
  if (text) matching = matching.where(sql<boolean>`lower(normalize(k.name, nfkc)) like ${asSearched(text)}`);
  if (state) matching = matching.where(sql<boolean>`${stateOfKey(scope.now)} = ${state}`);
  return matching;
}

const lastUse = (what: 'last_at' | 'last_address') =>
  sql`(select s.${sql.ref(what)} from api_key_uses s where s.site_id = k.site_id and s.key_id = k.id
    order by s.last_at desc limit 1)`;

const places = {
  name: sql`k.name`,
  createdAt: sql`k.created_at`,
  lastUsedAt: lastUse('last_at'),
  endsAt: sql`k.ends_at`,
} as const;

/** In their order; by themselves the newest first. */
export function keyRows(db: Database | Tx, scope: Scope, filter: KeyFilter, sort: Sort | `-${Sort}` = '-createdAt') {
  const down = sort.startsWith('-');
  return matchingKeys(db, scope, filter)
    .select(['k.id', 'k.name', 'k.begins', 'k.scopes', 'u.name as maker', 'k.created_at as createdAt'])
    .select(['k.ends_at as endsAt', 'k.revoked_at as revokedAt', stateOfKey(scope.now).as('state')])
    .select([
      sql<Date | null>`${lastUse('last_at')}`.as('lastUsedAt'),
      sql<string | null>`${lastUse('last_address')}`.as('lastAddress'),
    ])
    .orderBy(places[sort.replace(/^-/, '') as Sort], (order) =>
      down ? order.desc().nullsLast() : order.asc().nullsLast(),
    )
    .orderBy('k.id');
}

export type KeyRow = Awaited<ReturnType<ReturnType<typeof keyRows>['execute']>>[number];

export function findKey(db: Database | Tx, scope: Scope, id: string): Promise<KeyRow | undefined> {
  return keyRows(db, scope, { text: '', state: null }).where('k.id', '=', id).executeTakeFirst();
}

/** What was done with a key, all days that are kept together; what was done last comes first. */
export async function usesOfKey(db: Database | Tx, scope: Scope, id: string) {
  const { rows } = await sql<{ operation: string; calls: number; lastAt: Date; lastAddress: string }>`
    select operation, sum(calls)::int8 as calls, max(last_at) as "lastAt",
      (array_agg(last_address order by last_at desc))[1] as "lastAddress"
    from api_key_uses where site_id = ${scope.siteId} and key_id = ${id}
    group by operation order by max(last_at) desc, operation`.execute(db);
  return rows;
}
