import { sql, type RawBuilder } from 'kysely';
import { reachable, reachableDevice } from '../../kernel/access.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { totalMax } from '../../kernel/http/schemas.ts';
import type { AuditFilter, AuditReader } from './filter.ts';

/** Up to so many matches are found first and put in order then; more are looked for along the log, where they are met soon. */
const gatheredMax = 5_000;
const allOfIt: AuditFilter = { kinds: null, people: null, subjects: null, from: null, before: null };

/** The conditions that were asked for, over events as `e`. */
function conditionsOf(reader: AuditReader, filter: AuditFilter): RawBuilder<unknown>[] {
  const { kinds, people, subjects, from, before } = filter;
  return [
    ...(kinds ? [sql`e.what = any(${[...kinds]}::text[])`] : []),
    ...(people ? [sql`e.actor_id = any(${[...people]}::uuid[]) and ${knowsActor(reader)}`] : []),
    ...(subjects ? [sql`e.subject = any(${[...subjects]}::text[])`] : []),
    ...(from ? [sql`e.occurred_at >= ${from}::timestamptz`] : []),
    ...(before ? [sql`e.occurred_at < ${before}::timestamptz`] : []),
  ];
}

/**
 * What the caller may read and asked for: operators the whole log of their site, others what concerns their organization, as long as they may list
 * whose thing it was done to. Places in the log stand in `s.position`; the events themselves are looked at only where a condition asks for it.
 */
function matching(reader: AuditReader, filter: AuditFilter): RawBuilder<unknown> {
  const { siteId, organizationId } = reader.scope;
  const conditions = conditionsOf(reader, filter);
  const place = { organization: 's.of_organization_id', registration: 's.registration_id' } as const;
  const mine = sql`s.organization_id = ${organizationId}::uuid
    and (s.of_organization_id = ${organizationId}::uuid or ${reachableDevice(reader.scope, 'list', place)})`;
  const log = reader.wholeSite ? sql`event_seals s` : sql`event_concerns s`;
  const events = conditions.length > 0 ? sql`join events e on e.site_id = s.site_id and e.id = s.event_id` : sql``;
  const all = [sql`s.site_id = ${siteId}`, ...(reader.wholeSite ? [] : [mine]), ...conditions];
  return sql`from ${log} ${events} where ${sql.join(all, sql` and `)}`;
}

/** As many rows as match. What is sealed is what waits for no seal, which is found without looking at the seals. */
function counted(reader: AuditReader, filter: AuditFilter): RawBuilder<unknown> {
  const conditions = conditionsOf(reader, filter);
  if (!reader.wholeSite || conditions.length === 0) return matching(reader, filter);
  return sql`from events e where e.site_id = ${reader.scope.siteId} and ${sql.join(conditions, sql` and `)}
    and not exists (select from events_unsealed w where w.event_id = e.id)`;
}

/** Whether it is the caller's business who somebody is: its own people, and whoever acted on its behalf. */
function knowsActor({ scope, wholeSite }: AuditReader): RawBuilder<boolean> {
  if (wholeSite) return sql<boolean>`true`;
  const own = scope.organizationId;
  return sql<boolean>`(e.organization_id = ${own}::uuid or e.on_behalf_of is not distinct from ${own}::uuid)`;
}

export async function countAudit(
  db: Database | Tx,
  reader: AuditReader,
  filter: AuditFilter,
): Promise<{ total: number; totalCapped: boolean }> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select 1 ${counted(reader, filter)} limit ${totalMax + 1}) as hits`.execute(db);
  const count = rows[0]?.count ?? 0;
  return { total: Math.min(count, totalMax), totalCapped: count > totalMax };
}

/** The positions of a page, the newest first; `total` is how many there are altogether, as counted before. */
export async function findPositions(
  db: Database | Tx,
  reader: AuditReader,
  filter: AuditFilter,
  { total, limit, offset }: { total: number; limit: number; offset: number },
): Promise<number[]> {
  const found = matching(reader, filter);
  const some = sql`order by position desc limit ${limit} offset ${offset}`;
  const { rows } = await (
    total <= gatheredMax
      ? sql<{ position: number }>`with m as materialized (select s.position ${found}) select position from m ${some}`
      : sql<{ position: number }>`select s.position ${found} ${some}`
  ).execute(db);
  return rows.map(({ position }) => position);
}

/** The position of one event, where the caller may read it. */
export async function findPosition(db: Database | Tx, reader: AuditReader, eventId: string): Promise<number | null> {
  const { rows } = await sql<{ position: number }>`
    select s.position ${matching(reader, allOfIt)} and s.event_id = ${eventId}::uuid`.execute(db);
  return rows[0]?.position ?? null;
}

export type AuditRow = {
  id: string;
  position: number;
  at: Date;
  kind: string;
  subject: string;
  actorKind: 'user' | 'nobody' | 'system' | 'command' | 'device' | 'key';
  userId: string | null;
  user: string | null;
  userErased: boolean;
  organizationId: string | null;
  organization: string | null;
  onBehalfOfId: string | null;
  onBehalfOf: string | null;
  address: string | null;
  data: Record<string, unknown>;
  details: Record<string, unknown> | null;
  requestId: string | null;
  seal: string;
};

/** The events at these positions, the newest first; the positions have been found under the caller's scope. */
export async function readEvents(
  db: Database | Tx,
  reader: AuditReader,
  positions: readonly number[],
): Promise<AuditRow[]> {
  const { rows } = await eventsAt(reader, sql`unnest(${[...positions]}::bigint[]) as m(position)`).execute(db);
  return rows;
}

/** All that match, the newest first, for an export to read through. */
export function allEvents(reader: AuditReader, filter: AuditFilter): RawBuilder<AuditRow> {
  return eventsAt(reader, sql`(select s.position ${matching(reader, filter)}) as m`);
}

function eventsAt(reader: AuditReader, positions: RawBuilder<unknown>): RawBuilder<AuditRow> {
  const { siteId, organizationId } = reader.scope;
  const known = knowsActor(reader);
  return sql<AuditRow>`
    select e.id, s.position, e.occurred_at as at, e.what as kind, e.subject, e.actor_kind as "actorKind", e.data, d.details,
      case when ${known} then e.actor_id end as "userId", case when ${known} then coalesce(u.name, k.name) end as "user",
      coalesce(u.erased_at is not null and ${known}, false) as "userErased",
      case when ${namedTo(reader)} then e.organization_id end as "organizationId", case when ${namedTo(reader)} then o.name end as organization,
      e.on_behalf_of as "onBehalfOfId", b.name as "onBehalfOf",
      case when ${reader.wholeSite} or e.organization_id = ${organizationId}::uuid then d.address end as address,
      e.request_id as "requestId", encode(s.chain_hash, 'hex') as seal
    from ${positions}
    join event_seals s on s.site_id = ${siteId} and s.position = m.position
    join events e on e.site_id = s.site_id and e.id = s.event_id
    left join event_details d on d.site_id = e.site_id and d.event_id = e.id
    left join users u on u.site_id = e.site_id and u.id = e.actor_id
    left join api_keys k on e.actor_kind = 'key' and k.site_id = e.site_id and k.id = e.actor_id
    left join organizations o on o.site_id = e.site_id and o.id = e.organization_id
    left join organizations b on b.site_id = e.site_id and b.id = e.on_behalf_of
    order by s.position desc`;
}

/** Makers and dealers are named to everybody whom it concerns; a customer to itself and to those who may list it. */
function namedTo({ scope, wholeSite }: AuditReader): RawBuilder<boolean> {
  if (wholeSite) return sql<boolean>`true`;
  return sql<boolean>`(o.kind <> 'customer' or o.id in ${reachable(scope, 'list')})`;
}
