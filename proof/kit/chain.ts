import { sql } from 'kysely';
import type { Database } from '../../server/kernel/database.ts';
import { chainHash, type Unsealed } from '../../server/kernel/sealer.ts';

type Row = Unsealed & { position: number | null; chain_hash: Buffer | null };

/** Reads a site's whole log of events and says what is wrong with its seals; null when every event has its place in the chain. */
export async function findChainFault(db: Database, siteId: string): Promise<{ events: number; fault: string | null }> {
  const { rows } = await sql<Row>`
    select e.*, s.position, s.chain_hash from events e
    left join event_seals s on s.site_id = e.site_id and s.event_id = e.id
    where e.site_id = ${siteId} order by s.position nulls last`.execute(db);
  let previous: Buffer = Buffer.alloc(32);
  for (const [index, row] of rows.entries()) {
    if (row.position !== index + 1)
      return { events: rows.length, fault: `event ${row.id} is at position ${row.position}, not at ${index + 1}` };
    previous = chainHash(previous, row.position, row);
    if (!row.chain_hash?.equals(previous))
      return { events: rows.length, fault: `the chain breaks at position ${row.position}` };
  }
  const orphans = await sql<{ count: number }>`
    select count(*) as count from event_seals s where site_id = ${siteId}
    and not exists (select 1 from events e where e.site_id = s.site_id and e.id = s.event_id)`.execute(db);
  const count = orphans.rows[0]?.count ?? 0;
  return { events: rows.length, fault: count === 0 ? null : `${count} seals belong to no event` };
}
