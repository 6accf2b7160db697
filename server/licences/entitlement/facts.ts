import { sql } from 'kysely';
import type { Serving } from '../../../domain/licences/entitled.ts';
import { licenceOptions } from '../../../domain/site/capabilities.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { settle } from '../settle/settle.ts';

/** A device that takes licences, and what of them counts for what it may do. */
export type Entitled = {
  /** Who is told: the device itself, or that with which it is used. */
  asker: string;
  deviceId: string;
  serial: string;
  model: string;
  servings: Serving[];
};

type Row = Omit<Entitled, 'servings'> & { fromAt: Date | null; untilAt: Date | null; lastDay: string | null };

/** These devices, and those that are used with them. */
function subjects(site: Site, deviceIds: readonly string[]) {
  return sql`
    select a.id as asker, a.id as device_id from unnest(${[...deviceIds]}::uuid[]) as a(id)
    union all
    select a.id, p.device_id from unnest(${[...deviceIds]}::uuid[]) as a(id)
    join v_device_parents p on p.site_id = ${site.id} and p.parent_device_id = a.id and p.until_at is null`;
}

/** Settles what has ended of these devices' licences and was not settled yet; asks for no more where there is nothing. */
export async function settleForDevices(app: App, site: Site, deviceIds: readonly string[], now: Date): Promise<void> {
  const { rows } = await sql<{ customer: string }>`
    select distinct p.customer_id as customer from (${subjects(site, deviceIds)}) s
    join licence_placements p on p.site_id = ${site.id} and p.device_id = s.device_id
    where p.settled_at is null and p.until_at <= ${now}::timestamptz`.execute(app.db);
  const customers = rows.map(({ customer }) => customer);
  if (customers.length > 0) await app.db.transaction().execute((tx) => settle(tx, site, customers, now));
}

/**
 * Which licences count for these devices and for those that are used with them, as far as their models take any: the one that serves it, else the
 * one that expired on it last, and one that will serve it. Only its present owner's count.
 */
export async function findEntitled(
  db: Database | Tx,
  site: Site,
  deviceIds: readonly string[],
  now: Date,
): Promise<Entitled[]> {
  const models = licenceOptions(site).types.flatMap((type) => type.models);
  const { rows } = await sql<Row>`
    select s.asker, d.device_id as "deviceId", d.serial, d.model,
      p.from_at as "fromAt", p.until_at as "untilAt", p.last_day as "lastDay"
    from (${subjects(site, deviceIds)}) s
    join v_manufactured_devices d on d.site_id = ${site.id} and d.device_id = s.device_id
    left join v_registered_devices r on r.site_id = d.site_id and r.device_id = d.device_id and r.until_at is null
    left join lateral (
      (select p.from_at, p.until_at, l.last_day, p.until_at > ${now}::timestamptz or p.until_at >= l.expires_at as counts
      from licence_placements p join licences l on l.site_id = p.site_id and l.id = p.licence_id
      where p.site_id = d.site_id and p.device_id = d.device_id and p.customer_id = r.organization_id
        and p.from_at <= ${now}::timestamptz and p.from_at < p.until_at
      order by p.from_at desc limit 1)
      union all
      (select p.from_at, p.until_at, l.last_day, true
      from licence_placements p join licences l on l.site_id = p.site_id and l.id = p.licence_id
      where p.site_id = d.site_id and p.device_id = d.device_id and p.customer_id = r.organization_id
        and p.from_at > ${now}::timestamptz and p.from_at < p.until_at
      order by p.from_at limit 1)
    ) p on p.counts
    where d.model = any(${models}::text[]) and d.locked_at is null
    order by s.asker, d.serial, p.from_at`.execute(db);
  const found = new Map<string, Entitled>();
  for (const { fromAt, untilAt, lastDay, ...device } of rows) {
    const key = `${device.asker} ${device.deviceId}`;
    const one = found.get(key) ?? { ...device, servings: [] };
    found.set(key, one);
    if (fromAt && untilAt && lastDay) one.servings.push({ fromAt, untilAt, lastDay });
  }
  return [...found.values()];
}
