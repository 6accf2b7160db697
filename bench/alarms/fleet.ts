import { sql } from 'kysely';
import type { App } from '../../server/kernel/app.ts';
import { analyse } from '../kit/analyse.ts';
import { minutesMs, secondsMs } from '../../server/kernel/clock.ts';

export const siteId = 'energy';
const model = 'EG-BT';
/** After which a gateway of this model counts as silent (sites/energy). */
const silentAfterMs = 15 * minutesMs;

export const fleet = { gateways: 10_000, customers: 500, dealers: 20, silent: 1_000 } as const;
/** Addresses of each dealer and of each customer. */
const addressesEach = 2;

/** The organizations of the fleet, numbered. */
const members = sql`(select id, kind, substr(name, 7)::int as n from organizations where name like 'fleet %')`;

/**
 * Gateways of many customers, each customer linked to a dealer, who have maintenance addresses; one address is a customer's and its dealer's. One in ten
 * reported so long ago that it falls silent at this instant; the others just now.
 */
export async function makeFleet({ db }: App, folder: string, silentAt: Date): Promise<void> {
  const { gateways, customers, dealers, silent } = fleet;
  const now = new Date();
  const last = new Date(silentAt.getTime() - silentAfterMs);
  const later = new Date(now.getTime() + 10 * minutesMs);
  await sql`
    insert into organizations (site_id, id, kind, name, country, address, created_at)
    select ${siteId}, gen_random_uuid(), case when n <= ${dealers}::int then 'dealer' else 'customer' end, 'fleet ' || n, 'JP', '{}', ${now}
    from generate_series(1, ${dealers + customers}::int) n`.execute(db);
  await sql`
    insert into grants (site_id, id, of_organization_id, to_organization_id, rights, since, cause)
    select ${siteId}, gen_random_uuid(), c.id, d.id, '{list,read}', ${now}, 'link'
    from ${members} c join ${members} d on d.kind = 'dealer' and d.n = 1 + c.n % ${dealers} where c.kind = 'customer'`.execute(
    db,
  );
  await sql`
    insert into maintenance_addresses (site_id, id, organization_id, mail, language, added_at, proof_id, secret_hash, asked_at,
      proof_expires_at, proved_at)
    select ${siteId}, gen_random_uuid(), f.id, case when a = 1 then 'staff' || f.n % ${dealers} else 'own' || f.n end || '@fleet.example.jp', 'ja',
      ${now}, gen_random_uuid(), decode(md5(f.n || ' ' || a), 'hex'), ${now}, ${now}, ${now}
    from ${members} f, generate_series(1, ${addressesEach}::int) a`.execute(db);
  await sql`
    insert into manufactured_devices (site_id, device_id, serial, model, created_at)
    select ${siteId}, gen_random_uuid(), 'FL' || lpad(n::text, 8, '0') || 'BT', ${model}, ${now}
    from generate_series(1, ${gateways}::int) n`.execute(db);
  await sql`
    insert into device_registrations (site_id, id, device_id, organization_id, from_at, cause, serial, model, type, changed_at)
    select ${siteId}, gen_random_uuid(), d.device_id, f.id, '2026-01-01', 'registered', d.serial, d.model, 'gateway', ${now}
    from manufactured_devices d join ${members} f on f.kind = 'customer'
      and f.n = ${dealers} + 1 + substr(d.serial, 3, 8)::int % ${customers} where d.serial like 'FL%'`.execute(db);
  await sql`
    insert into reading_latest (device_key, at, measured, received_at, first_received_at)
    select device_key, t, '{}', t, '2026-01-01' from (
      select device_key, case when substr(serial, 3, 8)::int <= ${silent}::int then ${last}::timestamptz else ${later}::timestamptz end as t
      from manufactured_devices where serial like 'FL%') d`.execute(db);
  await analyse(folder);
}

/** Seconds that a wait took, by asking again and again. */
export async function secondsUntil(isDone: () => Promise<boolean>, sinceMs: number, withinMs: number): Promise<number> {
  for (;;) {
    const passedMs = Date.now() - sinceMs;
    if (await isDone()) return passedMs / secondsMs;
    if (passedMs > withinMs) throw new Error(`not done within ${withinMs / secondsMs} s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
