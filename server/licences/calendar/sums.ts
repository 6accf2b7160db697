import { sql } from 'kysely';
import type { Database } from '../../kernel/database.ts';

/** Of these customers those who have a licence that serves no device, or a plan for one: only there can anything follow. */
export async function customersFollowed(
  db: Database,
  siteId: string,
  customerIds: readonly string[],
  now: Date,
): Promise<string[]> {
  const ids = sql`any(${[...customerIds]}::uuid[])`;
  const { rows } = await sql<{ id: string }>`
    select l.customer_id as id from licences l
    where l.site_id = ${siteId} and l.customer_id = ${ids} and l.expires_at > ${now}::timestamptz
      and not exists (select from licence_placements p where p.site_id = l.site_id and p.licence_id = l.id
        and p.from_at <= ${now}::timestamptz and p.until_at > ${now}::timestamptz)
    union
    select customer_id from licence_plans where site_id = ${siteId} and customer_id = ${ids} and state = 'open'`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

type Sum = { customerId: string; type: string; endsAt: Date; open: number; declined: number };

/** Of customers for whose devices nothing can follow: how many licences end when, and how many of their devices are not to be renewed. */
export async function sumsOf(
  db: Database,
  siteId: string,
  customerIds: readonly string[],
  { now, until }: { now: Date; until: Date },
): Promise<Sum[]> {
  const { rows } = await sql<Sum>`
    with ending as (
      select l.customer_id, l.type, l.expires_at, coalesce(c.renews, k.renews, true) as renews
      from licences l
      join licence_placements p on p.site_id = l.site_id and p.licence_id = l.id
        and p.from_at <= ${now}::timestamptz and p.until_at > ${now}::timestamptz
      left join licence_camera_choices c on c.site_id = p.site_id and c.device_id = p.device_id and c.customer_id = l.customer_id
      left join licence_customers k on k.site_id = l.site_id and k.customer_id = l.customer_id
      where l.site_id = ${siteId} and l.customer_id = any(${[...customerIds]}::uuid[])
        and l.expires_at > ${now}::timestamptz and l.expires_at <= ${until}::timestamptz
    )
    select customer_id as "customerId", type, expires_at as "endsAt",
      (count(*) filter (where renews))::int as open, (count(*) filter (where not renews))::int as declined
    from ending group by customer_id, type, expires_at`.execute(db);
  return rows;
}
