import type { SelectQueryBuilder } from 'kysely';
import type { Database, Tx } from '../database.ts';
import { totalMax } from './schemas.ts';

/** How many rows match, counted up to `max`: by itself the limit of exact totals. */
export async function countUpTo<D, T extends keyof D, O>(
  db: Database | Tx,
  matching: SelectQueryBuilder<D, T, O>,
  max = totalMax,
): Promise<{ total: number; totalCapped: boolean }> {
  const { count } = await db
    .selectFrom(matching.limit(max + 1).as('hits'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return { total: Math.min(count, max), totalCapped: count > max };
}

/** The pattern of `like` that finds a text anywhere, whatever signs it has. */
export function patternOf(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

export function offsetOf({ page, pageSize }: { page: number; pageSize: number }): number {
  return (page - 1) * pageSize;
}
