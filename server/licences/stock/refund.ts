import { sql } from 'kysely';
import type { Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import type { NewEvent } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { lockStock, moveStock, refunded as refundedHolder } from './ledger.ts';
import type { OrderLine } from './orders.ts';

/** What became of one line: so many were taken back, so many stay because they are assigned, or were passed on and are not the buyer's any more. */
export type RefundedLine = {
  type: string;
  termMonths: number;
  asked: number;
  refunded: number;
  assigned: number;
  passedOn: number;
};
export type RefundCause = {
  asked: readonly OrderLine[] | null;
  source: 'operator' | 'shop';
  number: string | null;
  createdBy: string | null;
  now: Date;
};
export type Refund = { id: string; lines: RefundedLine[] };

type LotNow = OrderLine & { lotId: string; inStock: number; assigned: number; refunded: number };

/** The lines of an order and where their licences are now. */
export async function findLotsOf(db: Database | Tx, siteId: string, orderId: string): Promise<LotNow[]> {
  const held = (holder: ReturnType<typeof sql>) =>
    sql`coalesce((select b.quantity from licence_balances b where b.site_id = l.site_id and b.lot_id = l.id and b.holder = ${holder}), 0)`;
  const { rows } = await sql<LotNow>`
    select l.id as "lotId", l.type, l.term_months as "termMonths", l.quantity,
      ${held(sql`o.dealer_id::text`)} as "inStock", ${held(sql`'assigned'`)} as assigned, ${held(sql`'refunded'`)} as refunded
    from licence_lots l join licence_orders o on o.site_id = l.site_id and o.id = l.order_id
    where l.site_id = ${siteId} and l.order_id = ${orderId}::uuid order by l.ordinal`.execute(db);
  return rows;
}

type RefundableOrder = { id: string; number: string; dealerId: string };
type Wished = LotNow & { asked: number; taken: number };

/**
 * What can be taken back of an order (L-12), from its buyer's stock: of those asked for, or of all. Never what is assigned or was passed on. The
 * stock is locked; the caller has seen to it that asked lines are lines of the order.
 */
export async function weighRefund(
  tx: Tx,
  site: Site,
  order: RefundableOrder,
  asked: readonly OrderLine[] | null,
): Promise<Wished[]> {
  await lockStock(tx, site.id, [order.dealerId]);
  return (await findLotsOf(tx, site.id, order.id)).flatMap((lot) => {
    const line = asked?.find(({ type, termMonths }) => type === lot.type && termMonths === lot.termMonths);
    const quantity = asked ? line?.quantity : lot.quantity - lot.refunded;
    return quantity ? [{ ...lot, asked: quantity, taken: Math.min(quantity, lot.inStock) }] : [];
  });
}

/** Takes back what was weighed; where that is nothing, it is remembered all the same what was asked. */
export async function writeRefund(
  tx: Tx,
  site: Site,
  order: RefundableOrder,
  wished: readonly Wished[],
  { asked, source, number, createdBy, now }: RefundCause,
): Promise<{ refund: Refund; events: NewEvent[] }> {
  const id = newId();
  const taken = wished.filter((one) => one.taken > 0).map(({ lotId, taken: quantity }) => ({ lotId, quantity }));
  if (taken.length > 0)
    await moveStock(tx, site.id, now, { id, cause: 'refund', from: order.dealerId, to: refundedHolder, lots: taken });
  const lines = wished.map((lot) => ({
    type: lot.type,
    termMonths: lot.termMonths,
    asked: lot.asked,
    refunded: lot.taken,
    assigned: lot.assigned,
    passedOn: lot.quantity - lot.refunded - lot.assigned - lot.inStock,
  }));
  await sql`
    insert into licence_refunds (site_id, id, order_id, number, source, asked, result, created_by, created_at)
    values (${site.id}, ${id}::uuid, ${order.id}::uuid, ${number}, ${source}, ${asked && JSON.stringify(asked)}::jsonb, ${JSON.stringify(lines)}::jsonb,
      ${createdBy}::uuid, ${now}::timestamptz)`.execute(tx);
  const back = lines.filter(({ refunded }) => refunded > 0);
  const event = {
    what: 'licences.refunded' as const,
    subject: `organization/${order.dealerId}`,
    data: {
      order: order.id,
      number: order.number,
      dealer: order.dealerId,
      source,
      refund: id,
      lines: back.map(({ type, termMonths, refunded: quantity }) => ({ type, termMonths, quantity })),
    },
  };
  return { refund: { id, lines }, events: taken.length > 0 ? [event] : [] };
}

/** The first asked line that no line of the order is about, by its place; null where all are. */
export function unknownLine(lots: readonly OrderLine[], asked: readonly OrderLine[]): number | null {
  const at = asked.findIndex(
    ({ type, termMonths }) => !lots.some((lot) => lot.type === type && lot.termMonths === termMonths),
  );
  return at < 0 ? null : at;
}

/** The first line that says again what a line before it said, by its place; null where none does. */
export function repeatedLine(lines: readonly OrderLine[]): number | null {
  const places = lines.map(({ type, termMonths }) => `${type} ${termMonths}`);
  const at = places.findIndex((place, index) => places.indexOf(place) < index);
  return at < 0 ? null : at;
}
