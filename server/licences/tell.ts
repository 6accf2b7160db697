import { sql } from 'kysely';
import type { Tx } from '../kernel/database.ts';
import { tellDevices } from '../readings/down/tell.ts';

/** Has devices whose licence has changed told of it, and those on which they hang: a recorder records for its cameras (L-08). */
export async function tellPlaced(tx: Tx, siteId: string, deviceIds: readonly string[]): Promise<void> {
  if (deviceIds.length === 0) return;
  const { rows } = await sql<{ id: string }>`
    select distinct p.parent_device_id as id from v_device_parents p
    where p.site_id = ${siteId} and p.device_id = any(${[...deviceIds]}::uuid[]) and p.until_at is null`.execute(tx);
  await tellDevices(tx, [...new Set([...deviceIds, ...rows.map(({ id }) => id)])]);
}
