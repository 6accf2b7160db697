import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { DeviceCredential } from '../../edge/gateway/bootstrap.ts';
import { rootOf } from '../../domain/protocol/topics.ts';
import type { App } from '../../server/kernel/app.ts';
import { outsideId } from '../../server/kernel/ids.ts';
import { makeCredential } from '../../server/readings/credentials/store.ts';
import { analyse } from '../kit/analyse.ts';

export const siteId = 'camera';
const recorderModel = 'VR-16';
const cameraModel = 'VC-20';
export const camerasEach = 20;
const dealers = 20;
/** Of the cameras of each second customer so many are renewed by licences that wait. */
export const renewedEach = 10;

/** Whether an address is a customer's and not a dealer's. */
export function isCustomer(mail: string): boolean {
  return Number(/^fleet(\d+)@/.exec(mail)?.[1] ?? 0) > dealers;
}

/**
 * Customers with a recorder and its cameras each, whose licences all expire at one moment; half of the customers have licences that wait and take
 * over then. Gives how each recorder logs in.
 */
export async function makeFleet(
  { db, keys }: App,
  folder: string,
  customers: number,
  expiresAt: Date,
): Promise<DeviceCredential[]> {
  const now = new Date();
  const cameras = customers * camerasEach;
  await sql`
    insert into organizations (site_id, id, kind, name, country, address, created_at)
    select ${siteId}, gen_random_uuid(), case when n <= ${dealers}::int then 'dealer' else 'customer' end, 'fleet ' || n, 'JP', '{}', ${now}::timestamptz
    from generate_series(1, ${dealers + customers}::int) n`.execute(db);
  const members = sql`(select id, kind as which, substr(name, 7)::int as n from organizations where site_id = ${siteId} and name like 'fleet %')`;
  await sql`
    update organizations c set parent_id = d.id from organizations d
    where c.site_id = ${siteId} and d.site_id = ${siteId} and c.kind = 'customer' and c.name like 'fleet %'
      and d.name = 'fleet ' || 1 + substr(c.name, 7)::int % ${dealers}::int`.execute(db);
  await sql`
    insert into grants (site_id, id, of_organization_id, to_organization_id, rights, since, cause)
    select ${siteId}, gen_random_uuid(), id, parent_id, '{list,read,configure,act-as}', ${now}::timestamptz, 'parent'
    from ${members} m join organizations using (id) where parent_id is not null`.execute(db);
  await sql`
    insert into users (site_id, id, organization_id, login_id, name, mail, role, language, news, password_hash, password_changed_at, created_at)
    select ${siteId}, gen_random_uuid(), m.id, 'fleet' || m.n || '@fleet.example.jp', 'fleet', 'fleet' || m.n || '@fleet.example.jp', 'owner', 'ja',
      false, '', ${now}::timestamptz, ${now}::timestamptz from ${members} m`.execute(db);
  await sql`
    insert into manufactured_devices (site_id, device_id, serial, model, created_at)
    select ${siteId}, gen_random_uuid(), 'FR' || lpad(n::text, 8, '0'), ${recorderModel}, ${now}::timestamptz from generate_series(1, ${customers}::int) n
    union all
    select ${siteId}, gen_random_uuid(), 'FC' || lpad(n::text, 8, '0'), ${cameraModel}, ${now}::timestamptz from generate_series(1, ${cameras}::int) n`.execute(
    db,
  );
  // As it is all new, the database has no good plan for what follows before it has looked.
  await analyse(folder);
  /** Every device of the fleet with the number of its customer. */
  const devices = sql`(
    select device_id, serial, model, substr(serial, 3, 8)::int as n,
      case when model = ${recorderModel} then substr(serial, 3, 8)::int else 1 + (substr(serial, 3, 8)::int - 1) / ${camerasEach}::int end as owner
    from manufactured_devices where site_id = ${siteId} and (serial like 'FR%' or serial like 'FC%'))`;
  await sql`
    insert into device_registrations (site_id, id, device_id, organization_id, from_at, cause, serial, model, type, changed_at)
    select ${siteId}, gen_random_uuid(), d.device_id, m.id, '2026-01-01', 'registered', d.serial, d.model, 'camera', ${now}::timestamptz
    from ${devices} d join ${members} m on m.n = ${dealers}::int + d.owner`.execute(db);
  await sql`
    insert into device_parents (site_id, id, device_id, parent_device_id, from_at)
    select ${siteId}, gen_random_uuid(), c.device_id, r.device_id, '2026-01-01'
    from ${devices} c join ${devices} r on r.owner = c.owner and r.model = ${recorderModel} where c.model = ${cameraModel}`.execute(
    db,
  );
  await makeLicences(db, { customers, expiresAt, now });
  await analyse(folder);
  await sql`
    with served as materialized (
      select l.id, l.customer_id, l.expires_at, m.n, row_number() over (partition by l.customer_id order by l.id) as nth
      from licences l join ${members} m on m.id = l.customer_id where l.expires_at = ${expiresAt}::timestamptz
    ), cameras as materialized (
      select c.device_id, ${dealers}::int + c.owner as n, row_number() over (partition by c.owner order by c.serial) as nth
      from ${devices} c where c.model = ${cameraModel}
    )
    insert into licence_placements (site_id, id, licence_id, device_id, customer_id, from_at, until_at, cause)
    select ${siteId}, gen_random_uuid(), l.id, c.device_id, l.customer_id, '2026-01-01', l.expires_at, 'chosen'
    from served l join cameras c using (n, nth)`.execute(db);
  const { rows: recorders } = await sql<{ id: string }>`
    select device_id as id from ${devices} d where d.model = ${recorderModel} order by serial`.execute(db);
  const credentials = await db.transaction().execute(async (tx) => {
    const made: DeviceCredential[] = [];
    for (const { id } of recorders) {
      const of = { siteId, deviceId: id, challengeHash: randomBytes(32), now };
      const credential = await makeCredential(tx, keys.proofs, of);
      const device = outsideId('device', id);
      const username = outsideId('deviceCredential', credential.id);
      made.push({ device, username, password: credential.secret, root: rootOf({ site: siteId, device }) });
    }
    return made;
  });
  await analyse(folder);
  return credentials;
}

/** For each customer one assignment whose licences end at the moment, and for each second one another whose licences wait. */
async function makeLicences(
  db: App['db'],
  { customers, expiresAt, now }: { customers: number; expiresAt: Date; now: Date },
): Promise<void> {
  const later = new Date(expiresAt.getTime() + 365 * 86_400_000);
  const [order, lot] = [crypto.randomUUID(), crypto.randomUUID()];
  const quantity = customers * (camerasEach + renewedEach);
  const day = (at: Date) => new Date(at.getTime() - 1).toISOString().slice(0, 10);
  await sql`insert into licence_orders (site_id, id, number, dealer_id, source, ordered_on, created_at)
    select ${siteId}, ${order}, 'FLEET', id, 'import', '2026-01-01', ${now}::timestamptz from organizations where name = 'fleet 1'`.execute(
    db,
  );
  await sql`insert into licence_lots (site_id, id, order_id, ordinal, type, term_months, quantity)
    values (${siteId}, ${lot}, ${order}, 1, 'recorder', 12, ${quantity})`.execute(db);
  for (const [each, at, every] of [
    [camerasEach, expiresAt, 1],
    [renewedEach, later, 2],
  ] as const) {
    await sql`
      with made as (
        insert into licence_assignments (site_id, id, customer_id, dealer_id, type, term_months, quantity, assigned_on, free_until, last_day,
          expires_at, created_at)
        select ${siteId}, gen_random_uuid(), c.id, d.id, 'recorder', 12, ${each}, '2026-01-01', '2026-01-31', ${day(at)}::date, ${at}::timestamptz, ${now}::timestamptz
        from organizations c join organizations d on d.name = 'fleet 1'
        where c.name like 'fleet %' and c.kind = 'customer' and substr(c.name, 7)::int % ${every}::int = 0 returning *)
      insert into licences (site_id, id, assignment_id, lot_id, customer_id, type, last_day, expires_at)
      select site_id, gen_random_uuid(), id, ${lot}, customer_id, type, last_day, expires_at from made, generate_series(1, ${each}::int)`.execute(
      db,
    );
  }
}
