import { sql, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import type { Database } from '../kernel/database.ts';
import type { Counted } from '../../domain/needs/needs.ts';
import { countUpTo } from '../kernel/http/list.ts';

/** How many rows a list would show, one above `max` where there are more. */
export async function countMatching<D, T extends keyof D, O>(
  db: Database,
  matching: SelectQueryBuilder<D, T, O>,
  max: number,
): Promise<Counted> {
  const { total, totalCapped } = await countUpTo(db, matching, max);
  return { count: total + Number(totalCapped) };
}

/** The same of a query in SQL. */
export async function countRows(db: Database, query: RawBuilder<unknown>, max: number): Promise<Counted> {
  const { rows } = await sql<Counted>`
    select count(*)::int as count from (select from (${query}) a limit ${max + 1}) b`.execute(db);
  return rows[0] ?? { count: 0 };
}

/** One where a query finds nothing: how somebody begins. */
export async function countWithout(db: Database, query: RawBuilder<unknown>): Promise<Counted> {
  const { rows } = await sql<Counted>`select (not exists (${query}))::int as count`.execute(db);
  return rows[0] ?? { count: 0 };
}
