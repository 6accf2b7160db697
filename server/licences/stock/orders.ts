import { sql } from 'kysely';
import type { Database, Tx } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import { maker, moveStock } from './ledger.ts';

export type OrderLine = { type: string; termMonths: number; quantity: number };
export type NewOrder = { number: string; dealerId: string; orderedOn: string; lines: readonly OrderLine[] };
export type OrderSource = 'import' | 'shop';

/** Orders are stored one after the other, so that what was found out about a number holds until it is stored. */
export async function lockOrders(tx: Tx, siteId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`licence orders ${siteId}`}, 0))`.execute(tx);
}

/** The orders of these numbers, as they are stored. */
export async function findOrders(
  db: Database,
  siteId: string,
  numbers: readonly string[],
): Promise<Map<string, NewOrder & { id: string }>> {
  const { rows } = await sql<{ id: string; number: string; dealerId: string; orderedOn: string; lines: OrderLine[] }>`
    select o.id, o.number, o.dealer_id as "dealerId", o.ordered_on as "orderedOn",
      (select json_agg(json_build_object('type', l.type, 'termMonths', l.term_months, 'quantity', l.quantity) order by l.ordinal)
        from licence_lots l where l.site_id = o.site_id and l.order_id = o.id) as lines
    from licence_orders o where o.site_id = ${siteId} and o.number = any(${[...numbers]}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.number, row]));
}

/** Whether an order says the same as the one that is stored under its number, whatever comes first in it. */
export function isSameOrder(stored: NewOrder, order: NewOrder): boolean {
  const plain = ({ dealerId, orderedOn, lines }: NewOrder) =>
    JSON.stringify([
      dealerId,
      orderedOn,
      lines.map((line) => `${line.type} ${line.termMonths} ${line.quantity}`).toSorted(),
    ]);
  return plain(stored) === plain(order);
}

/**
 * Stores orders whose numbers are new, each once: their lots, and the stock that their dealers have by them. The orders have been locked. Gives
 * their IDs in the same order.
 */
export async function storeOrders(
  tx: Tx,
  siteId: string,
  orders: readonly NewOrder[],
  { source, createdBy, now }: { source: OrderSource; createdBy: string | null; now: Date },
): Promise<string[]> {
  const named = orders.map((order) => ({ ...order, id: newId() }));
  await sql`
    insert into licence_orders (site_id, id, number, dealer_id, source, ordered_on, created_by, created_at)
    select ${siteId}, id, number, "dealerId", ${source}, "orderedOn", ${createdBy}::uuid, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as o(id uuid, number text, "dealerId" uuid, "orderedOn" date)`.execute(
    tx,
  );
  const lots = named.flatMap(({ id: orderId, dealerId, lines }) =>
    lines.map((line, ordinal) => ({ ...line, id: newId(), orderId, dealerId, ordinal })),
  );
  await sql`
    insert into licence_lots (site_id, id, order_id, ordinal, type, term_months, quantity)
    select ${siteId}, id, "orderId", ordinal, type, "termMonths", quantity
    from jsonb_to_recordset(${JSON.stringify(lots)}::jsonb)
      as l(id uuid, "orderId" uuid, ordinal int, type text, "termMonths" int, quantity int)`.execute(tx);
  for (const [dealerId, some] of Map.groupBy(lots, (lot) => lot.dealerId))
    await moveStock(tx, siteId, now, {
      cause: 'order',
      from: maker,
      to: dealerId,
      lots: some.map(({ id: lotId, quantity }) => ({ lotId, quantity })),
    });
  return named.map(({ id }) => id);
}
