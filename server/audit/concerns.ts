import { sql } from 'kysely';
import type { Tx } from '../kernel/database.ts';
import type { Reader } from '../kernel/readers.ts';

/** Under this name an event's data tell who has to do with it beside who did it; under the others as well where organizations deal with each other. */
const party = 'dealer';
const sides = ['from', 'to'];
const dealings = '^(licences|grant|transfers)\\.';
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/**
 * Writes down which organizations an event concerns (P-25), as things stood when it happened: whose the thing is that it is about, and whose people did
 * it or had to do with it. The latter read of it as long as they may list the former. What has to do with no organization, or with a parent that nothing but the tree knows of, is left to operators.
 */
export const concernsReader: Reader = {
  name: 'audit',
  read: async (tx, events) => {
    const [first] = events;
    const last = events.at(-1);
    if (first && last) await noteConcerns(tx, first.siteId, first.position, last.position);
  },
};

async function noteConcerns(tx: Tx, siteId: string, from: number, until: number): Promise<void> {
  await sql`
    with batch as materialized (
      select s.position, e.id as event_id, e.site_id, e.occurred_at, e.organization_id, e.on_behalf_of, e.what, e.data,
        split_part(e.subject, '/', 1) as subject_kind,
        case when e.subject ~ ${`^[a-z-]+/${uuid}$`} then split_part(e.subject, '/', 2)::uuid end as subject_id
      from event_seals s join events e on e.site_id = s.site_id and e.id = s.event_id
      where s.site_id = ${siteId} and s.position between ${from} and ${until}
    ), said as (
      select position, data ->> 'organization' as id from batch
      union select b.position, o.id from batch b cross join jsonb_array_elements_text(
        case jsonb_typeof(b.data -> 'organizations') when 'array' then b.data -> 'organizations' else '[]' end) as o(id)
    ), found as (
      select position, subject_id as organization_id, null::uuid as registration_id from batch
        where subject_kind = 'organization' and subject_id is not null
      union select b.position, u.organization_id, null from batch b
        join users u on u.site_id = b.site_id and u.id = b.subject_id where b.subject_kind = 'user'
      union select b.position, r.organization_id, r.id from batch b
        join device_registrations r on r.site_id = b.site_id and r.device_id = b.subject_id and r.from_at <= b.occurred_at
          and (r.until_at is null or r.until_at >= b.occurred_at) where b.subject_kind = 'device'
      union select position, ${readId('id')}, null from said
    ), about as (
      select distinct on (f.position, f.organization_id) f.position, f.organization_id, f.registration_id from found f
      join organizations o on o.site_id = ${siteId} and o.id = f.organization_id
      order by f.position, f.organization_id, f.registration_id nulls last
    ), others as (
      select b.position, a.id from batch b cross join lateral (values (b.organization_id), (b.on_behalf_of)) as a(id)
      union select position, ${readId(`data ->> '${party}'`)} from batch
      union select b.position, ${readId('b.data ->> k.name')} from batch b cross join unnest(${sides}::text[]) as k(name)
        where b.what ~ ${dealings}
    ), actors as (
      select t.position, t.id from others t join organizations o on o.site_id = ${siteId} and o.id = t.id
    ), concerned as (
      select organization_id, position, organization_id as of_organization_id, registration_id from about
      union all
      (select distinct on (a.position, a.id) a.id, a.position, coalesce(o.organization_id, a.id), o.registration_id
      from actors a left join about o on o.position = a.position
      where not exists (select from about own where own.position = a.position and own.organization_id = a.id)
      order by a.position, a.id, o.registration_id nulls last)
    )
    insert into event_concerns (site_id, organization_id, position, event_id, of_organization_id, registration_id)
    select ${siteId}, c.organization_id, c.position, b.event_id, c.of_organization_id, c.registration_id
    from concerned c join batch b on b.position = c.position
    on conflict do nothing`.execute(tx);
}

/** The organization's ID that an event's data hold, inside or outside; null for anything else. */
function readId(expression: string) {
  const value = sql.raw(expression);
  return sql`case when ${value} ~ ${`^(org_)?${uuid}$`} then right(${value}, 36)::uuid end`;
}
