import { sql } from 'kysely';
import type { EndedCamera } from '../../../domain/licences/settle.ts';
import type { WaitingLicence } from '../../../domain/licences/take-over.ts';
import type { Database, Tx } from '../../kernel/database.ts';

export type Due = { site: string; customer: string };

/** Customers of whom something ended up to `now` and was not settled, at most so many; the longest ago first. */
export async function findDue(db: Database | Tx, now: Date, max: number): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select site_id as site, customer_id as customer from licence_placements
    where settled_at is null and until_at <= ${now}::timestamptz
    group by site_id, customer_id order by min(until_at), customer_id limit ${max}`.execute(db);
  return rows;
}

/** Which of these customers have something to settle. */
export async function findDueAmong(
  db: Database | Tx,
  siteId: string,
  customerIds: readonly string[],
  now: Date,
): Promise<string[]> {
  const { rows } = await sql<{ customer: string }>`
    select distinct customer_id as customer from licence_placements
    where site_id = ${siteId} and customer_id = any(${[...customerIds]}::uuid[])
      and settled_at is null and until_at <= ${now}::timestamptz`.execute(db);
  return rows.map(({ customer }) => customer);
}

type EndedRow = EndedCamera & { placementId: string; customer: string };

/** Placements of these customers that have ended by expiry, and what their cameras are to do about renewing. */
export async function findEnded(
  tx: Tx,
  siteId: string,
  customerIds: readonly string[],
  now: Date,
): Promise<EndedRow[]> {
  const { rows } = await sql<EndedRow>`
    select p.id as "placementId", p.customer_id as customer, p.device_id as "deviceId", d.serial, l.type,
      p.until_at as "endedAt", coalesce(c.renews, k.renews, true) as renews
    from licence_placements p
    join licences l on l.site_id = p.site_id and l.id = p.licence_id
    join v_manufactured_devices d on d.site_id = p.site_id and d.device_id = p.device_id
    left join licence_camera_choices c on c.site_id = p.site_id and c.device_id = p.device_id and c.customer_id = p.customer_id
    left join licence_customers k on k.site_id = p.site_id and k.customer_id = p.customer_id
    where p.site_id = ${siteId} and p.customer_id = any(${[...customerIds]}::uuid[])
      and p.settled_at is null and p.until_at <= ${now}::timestamptz`.execute(tx);
  return rows;
}

type WaitingRow = WaitingLicence & { customer: string };

/**
 * Their licences that waited when the first of those placements ended. As everything that changes a customer's licences settles first, what is
 * stored is what held at that time.
 */
export async function findWaiting(
  tx: Tx,
  siteId: string,
  customerIds: readonly string[],
  since: Date,
): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select l.id, l.customer_id as customer, l.type, l.expires_at as "expiresAt", l.set_aside_for as "setAsideFor"
    from licences l
    where l.site_id = ${siteId} and l.customer_id = any(${[...customerIds]}::uuid[]) and l.expires_at > ${since}::timestamptz
      and not exists (select from licence_placements p
        where p.site_id = l.site_id and p.licence_id = l.id and p.until_at > ${since}::timestamptz)`.execute(tx);
  return rows;
}
