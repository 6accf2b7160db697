import { sql } from 'kysely';
import type { App } from '../../server/kernel/app.ts';
import type { Database } from '../../server/kernel/database.ts';
import { licenceSite } from '../../tools/test/licences.ts';
import { findChainFault } from '../kit/chain.ts';
import type { Line } from './command.ts';

export type Held = Line & { holder: string };
export type Placement = {
  licence: string;
  device: string;
  cause: string;
  until: string;
  /** Whether it ended because its licence did. */
  expired: boolean;
  settled: boolean;
};

/** What the database holds when all is quiet, IDs as they are inside. */
export type Stored = {
  orders: { number: string; dealer: string; lines: Line[] }[];
  /** `name`: what the shop calls it, else its ID. */
  refunds: { name: string; order: string; lines: Line[] }[];
  passings: { id: string; cause: string; from: string; to: string; lines: Line[] }[];
  assignments: (Line & { id: string; dealer: string; customer: string; licences: string[] })[];
  plans: (Line & { id: string; dealer: string; customer: string; state: string; assignment: string | null })[];
  placements: Placement[];
  held: Held[];
  /** How many moves of each cause the ledger has. */
  moves: Record<string, number>;
  events: { what: string; data: Record<string, unknown> }[];
  chainFault: string | null;
};

const linesOfMove = (move: string, holder: string) => sql`(
  select coalesce(json_agg(json_build_object('type', s.type, 'termMonths', s.term_months, 'quantity', s.quantity) order by s.type, s.term_months), '[]')
  from (select l.type, l.term_months, sum(e.quantity)::int as quantity from licence_entries e
    join licence_lots l on l.site_id = e.site_id and l.id = e.lot_id
    where e.site_id = ${licenceSite} and e.move_id = ${sql.ref(move)} and e.holder = ${sql.raw(holder)} group by 1, 2) s)`;

async function rowsOf<T>(db: Database, query: ReturnType<typeof sql>): Promise<T[]> {
  return (await (query as ReturnType<typeof sql<T>>).execute(db)).rows;
}

export async function readStored({ db }: Pick<App, 'db'>): Promise<Stored> {
  const site = licenceSite;
  const moves = await rowsOf<{ cause: string; count: number }>(
    db,
    sql`select cause, count(distinct move_id)::int as count from licence_entries where site_id = ${site} group by 1`,
  );
  return {
    orders: await rowsOf(
      db,
      sql`select o.number, o.dealer_id as dealer, (select json_agg(json_build_object('type', l.type, 'termMonths', l.term_months, 'quantity', l.quantity)
          order by l.ordinal) from licence_lots l where l.site_id = o.site_id and l.order_id = o.id) as lines
        from licence_orders o where o.site_id = ${site}`,
    ),
    refunds: await rowsOf(
      db,
      sql`select coalesce(r.number, r.id::text) as name, o.number as "order", ${linesOfMove('r.id', `'refunded'`)} as lines
        from licence_refunds r join licence_orders o on o.site_id = r.site_id and o.id = r.order_id where r.site_id = ${site}`,
    ),
    passings: await rowsOf(
      db,
      sql`select p.id, p.cause, p.from_id as "from", p.to_id as "to", ${linesOfMove('p.id', 'p.to_id::text')} as lines
        from licence_passings p where p.site_id = ${site}`,
    ),
    assignments: await rowsOf(
      db,
      sql`select a.id, a.dealer_id as dealer, a.customer_id as customer, a.type, a.term_months as "termMonths", a.quantity,
          (select coalesce(json_agg(l.id order by l.id), '[]') from licences l where l.site_id = a.site_id and l.assignment_id = a.id) as licences
        from licence_assignments a where a.site_id = ${site}`,
    ),
    plans: await rowsOf(
      db,
      sql`select id, dealer_id as dealer, customer_id as customer, type, term_months as "termMonths", quantity, state, assignment_id as assignment
        from licence_plans where site_id = ${site}`,
    ),
    placements: await rowsOf(
      db,
      sql`select p.licence_id as licence, p.device_id as device, p.cause, to_char(p.until_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as until,
          p.until_at = l.expires_at and p.until_at <= ${new Date()}::timestamptz as expired, p.settled_at is not null as settled
        from licence_placements p join licences l on l.site_id = p.site_id and l.id = p.licence_id where p.site_id = ${site}`,
    ),
    held: await rowsOf(
      db,
      sql`select b.holder, l.type, l.term_months as "termMonths", sum(b.quantity)::int as quantity from licence_balances b
        join licence_lots l on l.site_id = b.site_id and l.id = b.lot_id where b.site_id = ${site} group by 1, 2, 3`,
    ),
    moves: Object.fromEntries(moves.map(({ cause, count }) => [cause, count])),
    events: await rowsOf(
      db,
      sql`select what, data from events where site_id = ${site} and starts_with(what, 'licences.')`,
    ),
    chainFault: (await findChainFault(db, site)).fault,
  };
}
