import { sql } from 'kysely';
import type { Database, Tx } from '../../kernel/database.ts';

/** Something that must never be, of a lot; `found` and `expected` are numbers of licences. */
export type StockFault = {
  site: string;
  lot: string;
  fault: 'balance' | 'move' | 'negative' | 'bought' | 'assigned' | 'assignment';
  holder: string;
  found: number;
  expected: number;
};

/**
 * What is wrong with the whole ledger, within one transaction that sees it as it is at one moment: each move adds up to nothing, each balance is the
 * sum of its entries, none but the maker is below 0, the maker gave of each lot what was bought, and of each lot as many licences were made as are
 * assigned.
 */
export async function findStockFaults(tx: Tx): Promise<StockFault[]> {
  const { rows } = await sql<StockFault>`
    select site_id as site, lot_id as lot, 'balance' as fault, holder, coalesce(b.quantity, 0)::int as found, coalesce(e.quantity, 0)::int as expected
    from (select site_id, lot_id, holder, sum(quantity) as quantity from licence_entries group by 1, 2, 3) e
    full join licence_balances b using (site_id, lot_id, holder)
    where coalesce(b.quantity, 0) <> coalesce(e.quantity, 0)
    union all
    select site_id, lot_id, 'move', move_id::text, sum(quantity)::int, 0 from licence_entries
    group by site_id, lot_id, move_id having sum(quantity) <> 0
    union all
    select site_id, lot_id, 'negative', holder, quantity, 0 from licence_balances where quantity < 0 and holder <> 'maker'
    union all
    select l.site_id, l.id, 'bought', 'maker', -coalesce(b.quantity, 0), l.quantity from licence_lots l
    left join licence_balances b on b.site_id = l.site_id and b.lot_id = l.id and b.holder = 'maker'
    where -coalesce(b.quantity, 0) <> l.quantity
    union all
    select coalesce(b.site_id, c.site_id), coalesce(b.lot_id, c.lot_id), 'assigned', 'assigned', coalesce(c.made, 0)::int, coalesce(b.quantity, 0)
    from (select * from licence_balances where holder = 'assigned') b
    full join (select site_id, lot_id, count(*) as made from licences group by 1, 2) c on c.site_id = b.site_id and c.lot_id = b.lot_id
    where coalesce(b.quantity, 0) <> coalesce(c.made, 0)
    union all
    select a.site_id, a.id, 'assignment', a.dealer_id::text, count(c.id)::int, a.quantity
    from licence_assignments a left join licences c on c.site_id = a.site_id and c.assignment_id = a.id
    group by a.site_id, a.id having count(c.id) <> a.quantity
    order by 1, 2, 3, 4`.execute(tx);
  return rows;
}

/** Looks at the whole ledger as it is at one moment. */
export async function checkStock(
  db: Database,
): Promise<{ lots: number; entries: number; licences: number; faults: StockFault[] }> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const faults = await findStockFaults(tx);
      const { rows } = await sql<{ lots: number; entries: number; licences: number }>`
        select (select count(*) from licence_lots) as lots, (select count(*) from licence_entries) as entries,
          (select count(*) from licences) as licences`.execute(tx);
      return { lots: 0, entries: 0, licences: 0, ...rows[0], faults };
    });
}
