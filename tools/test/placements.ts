import { sql } from 'kysely';
import { expiresAt } from '../../domain/licences/terms.ts';
import { newId, insideId } from '../../server/kernel/ids.ts';
import { newOrganization } from './organizations.ts';
import type { TestServer } from './server.ts';

const site = 'camera';

/** The moment after a last day, where the site is. */
export function expiryOf(lastDay: string): Date {
  return expiresAt(lastDay, 'Asia/Tokyo');
}

export type Given = { customer: string; type?: string; lastDay: string; count?: number };

/** Licences of a customer as assigning would leave them, past the pages and the stock of any dealer known to the test; their IDs. */
export async function giveLicences(server: Pick<TestServer, 'app'>, given: Given): Promise<string[]> {
  const { type = 'recorder', lastDay, count = 1 } = given;
  const { db, clock } = server.app;
  const [order, lot, assignment] = [newId(), newId(), newId()];
  const ids = Array.from({ length: count }, () => newId()).toSorted();
  const [now, expiry] = [clock.now(), expiryOf(lastDay)];
  const dealer = insideId(await newOrganization(server, 'dealer', '見本販売', site));
  const customer = insideId(given.customer);
  await db.transaction().execute(async (tx) => {
    await sql`insert into licence_orders (site_id, id, number, dealer_id, source, ordered_on, created_at)
      values (${site}, ${order}, ${order}, ${dealer}, 'import', '2026-10-01', ${now})`.execute(tx);
    await sql`insert into licence_lots (site_id, id, order_id, ordinal, type, term_months, quantity)
      values (${site}, ${lot}, ${order}, 1, ${type}, 12, ${count})`.execute(tx);
    for (const [from, to, cause] of [
      ['maker', dealer, 'order'],
      [dealer, 'assigned', 'assign'],
    ] as const) {
      await sql`insert into licence_entries (site_id, move_id, lot_id, holder, quantity, cause, at)
        select ${site}, ${newId()}::uuid, ${lot}, e.holder, e.quantity, ${cause}, ${now}::timestamptz
        from (values (${from}, ${-count}::int), (${to}, ${count}::int)) as e(holder, quantity)`.execute(tx);
    }
    await sql`insert into licence_balances (site_id, holder, lot_id, quantity)
      values (${site}, 'maker', ${lot}, ${-count}), (${site}, 'assigned', ${lot}, ${count})`.execute(tx);
    await sql`insert into licence_assignments (site_id, id, customer_id, dealer_id, type, term_months, quantity, assigned_on, free_until,
        last_day, expires_at, created_at)
      values (${site}, ${assignment}, ${customer}, ${dealer}, ${type}, 12, ${count}, '2026-10-02', '2026-11-30', ${lastDay}, ${expiry}, ${now})`.execute(
      tx,
    );
    await sql`insert into licences (site_id, id, assignment_id, lot_id, customer_id, type, last_day, expires_at)
      select ${site}, l.id, ${assignment}, ${lot}, ${customer}, ${type}, ${lastDay}::date, ${expiry}::timestamptz
      from unnest(${ids}::uuid[]) as l(id)`.execute(tx);
  });
  return ids;
}

/** Has a licence serve a device from now on, past the pages. */
export async function placeLicence(
  server: Pick<TestServer, 'app'>,
  { customer, licence, device }: { customer: string; licence: string; device: string },
): Promise<void> {
  const { db, clock } = server.app;
  await sql`insert into licence_placements (site_id, id, licence_id, device_id, customer_id, from_at, until_at, cause)
    select l.site_id, ${newId()}, l.id, ${insideId(device)}, ${insideId(customer)}, ${clock.now()}, l.expires_at, 'chosen'
    from licences l where l.site_id = ${site} and l.id = ${licence}`.execute(db);
}

export type Span = { licence: string; from: string; until: string; cause: string; settled: boolean };

/** Which licences served a device, in their order. */
export async function spansServing(server: Pick<TestServer, 'app'>, device: string): Promise<Span[]> {
  const rows = await server.app.db
    .selectFrom('licence_placements')
    .selectAll()
    .where('site_id', '=', site)
    .where('device_id', '=', insideId(device))
    .orderBy('from_at')
    .orderBy('until_at')
    .execute();
  return rows.map((row) => ({
    licence: row.licence_id,
    from: row.from_at.toISOString(),
    until: row.until_at.toISOString(),
    cause: row.cause,
    settled: row.settled_at !== null,
  }));
}
