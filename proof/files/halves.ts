import { sql } from 'kysely';
import type { App } from '../../server/kernel/app.ts';

/** What the rows of a file become; each remembers the file it came from. */
type Made = 'registration_key_issues' | 'device_registrations';

/** Files of which some rows are there and others not, seen from outside while everything is going on. */
export async function findHalves({ db }: App, siteId: string, made: Made): Promise<string[]> {
  const { rows } = await sql<{ id: string; state: string; wanted: number; there: number }>`
    select i.id, i.state, i.row_count as wanted, count(*) as there
    from imports i join ${sql.table(made)} r on r.site_id = i.site_id and r.import_id = i.id
    where i.site_id = ${siteId} group by i.site_id, i.id`.execute(db);
  return rows
    .filter(({ state, there, wanted }) => state !== 'done' || there !== wanted)
    .map(({ id, state, there, wanted }) => `file ${id} is ${state} with ${there} of ${wanted} rows`);
}
