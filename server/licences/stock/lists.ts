import { sql, type RawBuilder } from 'kysely';
import { moveCauses, type MoveCause } from '../../../domain/licences/codes.ts';
import { reachable } from '../../kernel/access.ts';
import type { Database } from '../../kernel/database.ts';
import { asSearched } from '../../kernel/search.ts';
import type { Scope } from '../../kernel/session.ts';

type Line = { type: string; termMonths: number };

/** What a dealer has by type and term, and what the dealers directly below it have and assigned: totals, and nothing of their customers (L-10). */
export type StockRow = Line & { inStock: number; assigned: number; below: number; assignedBelow: number };

export async function findStock(db: Database, scope: Scope): Promise<StockRow[]> {
  const { siteId, organizationId: own } = scope;
  const { rows } = await sql<StockRow>`
    with dealers as (
      select ${own}::uuid as id, true as is_own
      union all
      select o.id, false from organizations o
      where o.site_id = ${siteId} and o.parent_id = ${own}::uuid and o.kind = 'dealer' and o.id in ${reachable(scope, 'list')}
    ), counted as (
      select d.is_own, l.type, l.term_months, b.quantity as held, 0 as assigned
      from dealers d join licence_balances b on b.site_id = ${siteId} and b.holder = d.id::text and b.quantity > 0
      join licence_lots l on l.site_id = b.site_id and l.id = b.lot_id
      union all
      select d.is_own, a.type, a.term_months, 0, a.quantity
      from dealers d join licence_assignments a on a.site_id = ${siteId} and a.dealer_id = d.id
    )
    select type, term_months as "termMonths",
      coalesce(sum(held) filter (where is_own), 0)::int as "inStock", coalesce(sum(assigned) filter (where is_own), 0)::int as assigned,
      coalesce(sum(held) filter (where not is_own), 0)::int as below, coalesce(sum(assigned) filter (where not is_own), 0)::int as "assignedBelow"
    from counted group by type, term_months order by type collate "C", term_months`.execute(db);
  return rows;
}

export const belowSorts = ['name', 'held', 'assigned'] as const;
export type BelowFilter = { text: string; type: string | null; termMonths: number | null };
export type BelowRow = Line & { id: string; name: string; held: number; assigned: number };
type Sort<K extends string> = K | `-${K}`;

/** Stock of the dealers that the caller may list, its own not counted: operators of all, a dealer of its sub-dealers. */
export function matchingBelow(db: Database, scope: Scope, { text, type, termMonths }: BelowFilter) {
  const found = sql<BelowRow>`(
    select o.id, o.name, x.type, x.term_months as "termMonths", sum(x.held)::int as held, sum(x.assigned)::int as assigned
    from organizations o
    join lateral (
      select l.type, l.term_months, b.quantity as held, 0 as assigned
      from licence_balances b join licence_lots l on l.site_id = b.site_id and l.id = b.lot_id
      where b.site_id = o.site_id and b.holder = o.id::text and b.quantity > 0
      union all
      select a.type, a.term_months, 0, a.quantity from licence_assignments a where a.site_id = o.site_id and a.dealer_id = o.id
    ) x on true
    where o.site_id = ${scope.siteId} and o.kind = 'dealer' and o.id <> ${scope.organizationId}::uuid and o.id in ${reachable(scope, 'list')}
      and (${text}::text = '' or lower(normalize(o.name, nfkc)) like ${asSearched(text)})
      and (${type}::text is null or x.type = ${type}) and (${termMonths}::int is null or x.term_months = ${termMonths})
    group by o.id, o.name, x.type, x.term_months)`;
  return db.selectFrom(found.as('s'));
}

export function belowRows(
  db: Database,
  scope: Scope,
  filter: BelowFilter,
  sort: Sort<(typeof belowSorts)[number]> = 'name',
) {
  const places = { name: sql`s.name collate "C"`, held: sql`s.held`, assigned: sql`s.assigned` };
  return matchingBelow(db, scope, filter)
    .selectAll('s')
    .orderBy(...ordered(places, sort))
    .orderBy('s.id')
    .orderBy('s.type')
    .orderBy('s.termMonths');
}

export type MoveFilter = {
  text: string;
  cause: MoveCause | null;
  type: string | null;
  termMonths: number | null;
  since: Date | null;
  before: Date | null;
};
export type MoveRow = Line & {
  id: string;
  at: Date;
  cause: MoveCause;
  quantity: number;
  dealer: string;
  other: string | null;
  numbers: string[];
};
export const moveSorts = ['at', 'quantity'] as const;

/** Of the entries of one move many may be of one type and term; people see these as one. Of the order numbers so many are named. */
const numbersMax = 3;

/** Every change of a dealer's stock, a row for each type and term; operators see those of all dealers. */
export function matchingMoves(
  db: Database,
  scope: Scope,
  { text, cause, type, termMonths, since, before }: MoveFilter,
) {
  const found = sql<MoveRow>`(
    select e.move_id as id, max(e.at) as at, max(e.cause) as cause, l.type, l.term_months as "termMonths", sum(e.quantity)::int as quantity,
      o.name as dealer,
      (select t.name from licence_passings p join organizations t on t.site_id = p.site_id and t.id = case when p.from_id = o.id then p.to_id else p.from_id end
        where p.site_id = e.site_id and p.id = e.move_id) as other,
      case when max(e.cause) in ('order', 'refund') then (array_agg(distinct r.number))[1:${sql.lit(numbersMax)}] else '{}' end as numbers
    from licence_entries e
    join licence_lots l on l.site_id = e.site_id and l.id = e.lot_id
    join licence_orders r on r.site_id = l.site_id and r.id = l.order_id
    join organizations o on o.site_id = e.site_id and o.id::text = e.holder
    where e.site_id = ${scope.siteId} and o.id in ${reachable(scope, 'read')} and o.kind = 'dealer'
      and (${cause}::text is null or e.cause = ${cause}) and (${type}::text is null or l.type = ${type})
      and (${termMonths}::int is null or l.term_months = ${termMonths})
      and (${since}::timestamptz is null or e.at >= ${since}) and (${before}::timestamptz is null or e.at < ${before})
    group by e.site_id, e.move_id, l.type, l.term_months, o.id, o.name)`;
  const rows = db.selectFrom(found.as('m'));
  if (text.trim() === '') return rows;
  const pattern = asSearched(text.trim());
  return rows.where(
    sql<boolean>`(lower(normalize(m.dealer, nfkc)) like ${pattern} or lower(normalize(m.other, nfkc)) like ${pattern}
      or exists (select from unnest(m.numbers) n where lower(normalize(n, nfkc)) like ${pattern}))`,
  );
}

export function moveRows(
  db: Database,
  scope: Scope,
  filter: MoveFilter,
  sort: Sort<(typeof moveSorts)[number]> = '-at',
) {
  const places = { at: sql`m.at`, quantity: sql`m.quantity` };
  return matchingMoves(db, scope, filter)
    .selectAll('m')
    .orderBy(...ordered(places, sort))
    .orderBy('m.id', 'desc')
    .orderBy('m.dealer')
    .orderBy('m.type')
    .orderBy('m.termMonths');
}

function ordered<K extends string>(
  places: Record<K, RawBuilder<unknown>>,
  sort: Sort<K>,
): [RawBuilder<unknown>, 'asc' | 'desc'] {
  return [places[sort.replace(/^-/, '') as K], sort.startsWith('-') ? 'desc' : 'asc'];
}

export const causes = moveCauses;
