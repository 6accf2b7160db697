import { sql } from 'kysely';
import type { Tx } from '../../kernel/database.ts';

/**
 * Holds on to these customers, in one order whoever does it: until the end of the transaction nobody else places, moves, assigns or settles
 * their licences. With `skip` those that somebody holds are left out.
 */
export async function lockCustomers(
  tx: Tx,
  siteId: string,
  customerIds: readonly string[],
  skip = false,
): Promise<string[]> {
  const ids = [...new Set(customerIds)].toSorted();
  if (ids.length === 0) return [];
  const { rows: held } = await findHeld(tx, siteId, ids, skip);
  if (held.length === ids.length) return ids;
  await sql`
    insert into licence_customers (site_id, customer_id)
    select ${siteId}, c.id from unnest(${ids}::uuid[]) as c(id) order by c.id
    on conflict do nothing`.execute(tx);
  const { rows } = await findHeld(tx, siteId, ids, skip);
  return rows.map(({ id }) => id);
}

function findHeld(tx: Tx, siteId: string, ids: readonly string[], skip: boolean) {
  return sql<{ id: string }>`
    select customer_id as id from licence_customers
    where site_id = ${siteId} and customer_id = any(${[...ids]}::uuid[])
    order by customer_id for no key update ${sql.raw(skip ? 'skip locked' : '')}`.execute(tx);
}
