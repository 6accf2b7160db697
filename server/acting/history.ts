import { sql } from 'kysely';
import { reachable } from '../kernel/access.ts';
import type { Database, Tx } from '../kernel/database.ts';
import type { Scope } from '../kernel/session.ts';

export const actingSorts = ['startedAt', 'by', 'of', 'user'] as const;
type Key = (typeof actingSorts)[number];
export type ActingSort = Key | `-${Key}`;

/**
 * Who acted for the caller's organization, and for whom its own people acted, as long as that one may be listed. The search
 * looks at names, organizations and reasons.
 */
export function matchingActing(db: Database | Tx, scope: Scope, pattern: string | null) {
  let matching = db
    .selectFrom('acting_sessions as a')
    .innerJoin('users as u', (join) => join.onRef('u.site_id', '=', 'a.site_id').onRef('u.id', '=', 'a.user_id'))
    .innerJoin('organizations as b', (join) =>
      join.onRef('b.site_id', '=', 'a.site_id').onRef('b.id', '=', 'a.by_organization_id'),
    )
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'a.site_id').onRef('o.id', '=', 'a.organization_id'),
    )
    .where('a.site_id', '=', scope.siteId)
    .where(isTheirs(scope));
  if (pattern)
    matching = matching.where(
      sql<boolean>`lower(normalize(concat_ws(' ', u.name, b.name, o.name, a.reason), NFKC)) like ${pattern}`,
    );
  return matching;
}

/** Its own, or done by its people for one that it may list. */
function isTheirs(scope: Scope) {
  const own = scope.organizationId;
  return sql<boolean>`(a.organization_id = ${own}::uuid
    or (a.by_organization_id = ${own}::uuid and a.organization_id in ${reachable(scope, 'list')}))`;
}

const duringIt = sql`e.site_id = a.site_id and e.on_behalf_of = a.organization_id and e.actor_id = a.user_id
  and e.occurred_at >= a.started_at and e.occurred_at <= least(a.ends_at, coalesce(a.ended_at, a.ends_at))`;

/** Their rows in order, with how much was done; by themselves the newest first. */
export function actingRows(db: Database | Tx, scope: Scope, pattern: string | null, sort: ActingSort = '-startedAt') {
  const places = {
    startedAt: sql`a.started_at`,
    by: sql`b.name collate "C"`,
    of: sql`o.name collate "C"`,
    user: sql`u.name collate "C"`,
  } as const;
  const down = sort.startsWith('-');
  return matchingActing(db, scope, pattern)
    .select(['a.id', 'a.reason', 'a.started_at as startedAt', 'a.ends_at as endsAt', 'a.ended_at as endedAt'])
    .select(['u.name as user', 'b.name as by', 'o.name as of'])
    .select(sql<number>`(select count(*)::int from events e where ${duringIt})`.as('done'))
    .select(
      sql<boolean>`exists (select from sessions s where s.site_id = a.site_id and s.id = a.session_id)`.as(
        'sessionRuns',
      ),
    )
    .orderBy(places[sort.replace(/^-/, '') as Key], (order) => (down ? order.desc() : order.asc()))
    .orderBy('a.started_at', 'desc')
    .orderBy('a.id', 'desc');
}

export type ActingRow = Awaited<ReturnType<ReturnType<typeof actingRows>['execute']>>[number];

/** `endedAt` null: its session ended before its time and nobody wrote down when. */
export function stateOf(row: ActingRow, now: Date): { runs: boolean; endedAt: Date | null } {
  if (row.endedAt) return { runs: false, endedAt: row.endedAt };
  if (row.endsAt <= now) return { runs: false, endedAt: row.sessionRuns ? row.endsAt : null };
  return { runs: row.sessionRuns, endedAt: null };
}

/** What was done in one of them, the newest first. */
export function eventsOf(db: Database | Tx, scope: Scope, actingId: string) {
  return db
    .selectFrom('acting_sessions as a')
    .innerJoin('events as e', (join) => join.on(sql<boolean>`${duringIt}`))
    .where('a.site_id', '=', scope.siteId)
    .where(isTheirs(scope))
    .where('a.id', '=', actingId);
}
