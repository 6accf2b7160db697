import { verifySite } from '../../server/audit/verify.ts';
import type { Database } from '../../server/kernel/database.ts';

/** Reads a site's whole log of events and says what is wrong with its seals; null when every event has its place in the chain. */
export async function findChainFault(db: Database, siteId: string): Promise<{ events: number; fault: string | null }> {
  const { events, waiting, faults } = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((tx) => verifySite(tx, siteId, []));
  const [fault] = faults;
  if (waiting > 0) return { events, fault: `${waiting} events are not sealed` };
  return { events, fault: fault ? JSON.stringify(fault) : null };
}
