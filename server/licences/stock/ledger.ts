import { sql } from 'kysely';
import type { MoveCause } from '../../../domain/licences/codes.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';

/** Who holds licences that are nobody's own yet; a dealer is named by its organization's ID. */
export const maker = 'maker';
export const assigned = 'assigned';
export const refunded = 'refunded';

export type Lots = readonly { lotId: string; quantity: number }[];
/** `id`: where a row elsewhere says more of the move, under the same ID. */
export type Move = { id?: string; cause: MoveCause; from: string; to: string; lots: Lots };

/**
 * Nobody else moves stock of these dealers until the transaction ends. Of two the same always comes first, so that two who pass
 * stock to each other never wait for one another. Who also locks a customer does that before.
 */
export async function lockStock(tx: Tx, siteId: string, dealerIds: readonly string[]): Promise<void> {
  for (const dealerId of [...new Set(dealerIds)].toSorted())
    await sql`select pg_advisory_xact_lock(hashtextextended(${`licence stock ${siteId} ${dealerId}`}, 0))`.execute(tx);
}

/**
 * Writes a move: two entries for each lot that add up to nothing, and both balances. The stock of the dealers in it has been locked. A
 * dealer who does not have what leaves is a bug of the caller: the database refuses that, and the change with it.
 */
export async function moveStock(tx: Tx, siteId: string, now: Date, { id, cause, from, to, lots }: Move): Promise<void> {
  const moveId = id ?? newId();
  const { rows } = await sql<{ lot_id: string }>`
    with moved as (
      select lot_id, quantity
      from unnest(${lots.map(({ lotId }) => lotId)}::uuid[], ${lots.map(({ quantity }) => quantity)}::int[]) m(lot_id, quantity)
    ), written as (
      insert into licence_entries (site_id, move_id, lot_id, holder, quantity, cause, at)
      select ${siteId}::text, ${moveId}::uuid, lot_id, holder, change, ${cause}::text, ${now}::timestamptz
      from moved, lateral (values (${from}::text, -quantity), (${to}::text, quantity)) side(holder, change)
    ), gained as (
      insert into licence_balances (site_id, holder, lot_id, quantity)
      select ${siteId}::text, ${to}::text, lot_id, quantity from moved
      on conflict (site_id, holder, lot_id) do update set quantity = licence_balances.quantity + excluded.quantity
    ), made as (
      insert into licence_balances (site_id, holder, lot_id, quantity)
      select ${siteId}::text, ${maker}::text, lot_id, -quantity from moved where ${from}::text = ${maker}::text
      returning lot_id
    ), lost as (
      update licence_balances b set quantity = b.quantity - m.quantity from moved m
      where b.site_id = ${siteId} and b.holder = ${from} and b.lot_id = m.lot_id and ${from}::text <> ${maker}::text
      returning b.lot_id
    )
    select lot_id from lost union all select lot_id from made`.execute(tx);
  if (rows.length !== lots.length) throw new Error(`${from} has none of a lot that it should give`);
}

/** What a dealer holds of a type and term, oldest lot first; after `lockStock` that stays so. */
export async function findLots(
  db: Database,
  siteId: string,
  dealerId: string,
  { type, termMonths }: { type: string; termMonths: number },
): Promise<Lots> {
  return db
    .selectFrom('licence_balances as b')
    .innerJoin('licence_lots as l', (join) => join.onRef('l.site_id', '=', 'b.site_id').onRef('l.id', '=', 'b.lot_id'))
    .innerJoin('licence_orders as o', (join) =>
      join.onRef('o.site_id', '=', 'l.site_id').onRef('o.id', '=', 'l.order_id'),
    )
    .select(['b.lot_id as lotId', 'b.quantity'])
    .where('b.site_id', '=', siteId)
    .where('b.holder', '=', dealerId)
    .where('b.quantity', '>', 0)
    .where('l.type', '=', type)
    .where('l.term_months', '=', termMonths)
    .orderBy('o.ordered_on')
    .orderBy('o.created_at')
    .orderBy('o.id')
    .orderBy('l.ordinal')
    .execute();
}
