import { sql } from 'kysely';
import type { Tx } from '../../kernel/database.ts';

export const tellChannel = 'engawa_tell_devices';

/** In the transaction of a change: once it is committed, the node to which a device is connected asks what it has to be told. */
export async function tellDevices(tx: Tx, deviceIds: readonly string[]): Promise<void> {
  if (deviceIds.length === 0) return;
  await sql`select pg_notify(${tellChannel}, id::text) from unnest(${[...deviceIds]}::uuid[]) as d(id)`.execute(tx);
}
