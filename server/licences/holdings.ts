import { sql } from 'kysely';
import type { Holding } from '../../domain/licences/course.ts';
import type { Database, Tx } from '../kernel/database.ts';

type Row = {
  customerId: string;
  id: string;
  type: string;
  since: Date;
  expiresAt: Date;
  setAsideFor: string | null;
  serves: string | null;
  serial: string | null;
  renews: boolean;
};

/**
 * What customers hold at `now`: licences that are not over, and the devices these serve. Of all customers of a site with `null`. Whoever asks has
 * settled them before.
 */
export async function readHoldings(
  db: Database | Tx,
  siteId: string,
  customerIds: readonly string[] | null,
  now: Date,
): Promise<Map<string, Holding>> {
  const { rows } = await sql<Row>`
    select l.customer_id as "customerId", l.id, l.type, a.created_at as since, l.expires_at as "expiresAt",
      l.set_aside_for as "setAsideFor", p.device_id as serves, d.serial, coalesce(c.renews, k.renews, true) as renews
    from licences l
    join licence_assignments a on a.site_id = l.site_id and a.id = l.assignment_id
    left join licence_placements p on p.site_id = l.site_id and p.licence_id = l.id
      and p.from_at <= ${now}::timestamptz and p.until_at > ${now}::timestamptz
    left join v_manufactured_devices d on d.site_id = p.site_id and d.device_id = p.device_id
    left join licence_camera_choices c on c.site_id = p.site_id and c.device_id = p.device_id and c.customer_id = l.customer_id
    left join licence_customers k on k.site_id = l.site_id and k.customer_id = l.customer_id
    where l.site_id = ${siteId} and l.expires_at > ${now}::timestamptz
      and ${customerIds === null ? sql`true` : sql`l.customer_id = any(${[...customerIds]}::uuid[])`}
    order by l.customer_id, l.expires_at, l.id`.execute(db);
  return new Map([...Map.groupBy(rows, ({ customerId }) => customerId)].map(([id, some]) => [id, holdingOf(some)]));
}

function holdingOf(rows: readonly Row[]): Holding {
  return {
    licences: rows.map(({ id, type, since, expiresAt, setAsideFor, serves }) => ({
      id,
      type,
      since,
      expiresAt,
      setAsideFor,
      serves,
    })),
    cameras: rows.flatMap(({ serves, serial, type, renews }) =>
      serves === null ? [] : [{ deviceId: serves, serial: serial ?? '', type, renews }],
    ),
  };
}
