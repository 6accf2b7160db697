import { sql } from 'kysely';
import { reachable } from '../../kernel/access.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { asSearched } from '../../kernel/search.ts';
import type { Scope } from '../../kernel/session.ts';
import type { OrderSource } from './orders.ts';
import { findLotsOf, type RefundedLine } from './refund.ts';

export const orderSorts = ['number', 'orderedOn', 'dealer', 'inStock'] as const;
type Key = (typeof orderSorts)[number];
export type OrderSort = Key | `-${Key}`;
export type OrderFilter = { text: string; source: OrderSource | null; type: string | null; termMonths: number | null };

/** A line of an order: how many were bought, and where they are. */
export type OrderLineRow = {
  id: string;
  number: string;
  dealer: string;
  source: OrderSource;
  orderedOn: string;
  createdAt: Date;
  ordinal: number;
  type: string;
  termMonths: number;
  quantity: number;
  inStock: number;
  assigned: number;
  refunded: number;
};

const held = (holder: ReturnType<typeof sql>) =>
  sql`coalesce((select b.quantity from licence_balances b where b.site_id = l.site_id and b.lot_id = l.id and b.holder = ${holder}), 0)`;

/** Lines of orders of organizations whose data the caller may read: a dealer's own, operators of all. */
export function matchingOrderLines(db: Database, scope: Scope, { text, source, type, termMonths }: OrderFilter) {
  const pattern = asSearched(text.trim());
  const found = sql<OrderLineRow>`(
    select o.id, o.number, d.name as dealer, o.source, o.ordered_on as "orderedOn", o.created_at as "createdAt", l.ordinal,
      l.type, l.term_months as "termMonths", l.quantity,
      ${held(sql`o.dealer_id::text`)} as "inStock", ${held(sql`'assigned'`)} as assigned, ${held(sql`'refunded'`)} as refunded
    from licence_orders o
    join licence_lots l on l.site_id = o.site_id and l.order_id = o.id
    join organizations d on d.site_id = o.site_id and d.id = o.dealer_id
    where o.site_id = ${scope.siteId} and o.dealer_id in ${reachable(scope, 'read')}
      and (${text.trim()}::text = '' or lower(normalize(o.number, nfkc)) like ${pattern} or lower(normalize(d.name, nfkc)) like ${pattern})
      and (${source}::text is null or o.source = ${source}) and (${type}::text is null or l.type = ${type})
      and (${termMonths}::int is null or l.term_months = ${termMonths}))`;
  return db.selectFrom(found.as('r'));
}

export function orderLineRows(db: Database, scope: Scope, filter: OrderFilter, sort: OrderSort = '-orderedOn') {
  const places = {
    number: sql`r.number`,
    orderedOn: sql`r."orderedOn"`,
    dealer: sql`r.dealer collate "C"`,
    inStock: sql`r."inStock"`,
  };
  return matchingOrderLines(db, scope, filter)
    .selectAll('r')
    .orderBy(places[sort.replace(/^-/, '') as Key], sort.startsWith('-') ? 'desc' : 'asc')
    .orderBy('r.createdAt', 'desc')
    .orderBy('r.id', 'desc')
    .orderBy('r.ordinal');
}

export type FoundOrder = {
  id: string;
  number: string;
  dealerId: string;
  dealer: string;
  source: OrderSource;
  orderedOn: string;
  createdAt: Date;
};

/** One order of those whose data the caller may read. */
export async function findOrder(db: Database | Tx, scope: Scope, id: string): Promise<FoundOrder | null> {
  const { rows } = await sql<FoundOrder>`
    select o.id, o.number, o.dealer_id as "dealerId", d.name as dealer, o.source, o.ordered_on as "orderedOn", o.created_at as "createdAt"
    from licence_orders o join organizations d on d.site_id = o.site_id and d.id = o.dealer_id
    where o.site_id = ${scope.siteId} and o.id = ${id}::uuid and o.dealer_id in ${reachable(scope, 'read')}`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** Its lines as they are now, and what was taken back so far. */
export async function findOrderParts(db: Database, siteId: string, orderId: string) {
  const { rows: refunds } = await sql<{
    id: string;
    number: string | null;
    source: string;
    result: RefundedLine[];
    at: Date;
  }>`
    select id, number, source, result, created_at as at from licence_refunds
    where site_id = ${siteId} and order_id = ${orderId}::uuid order by created_at desc, id desc`.execute(db);
  return { lines: await findLotsOf(db, siteId, orderId), refunds };
}
