import { sql } from 'kysely';
import type { Counted } from '../../domain/needs/needs.ts';
import type { Database } from '../kernel/database.ts';
import { countRows } from '../needs/count-rows.ts';
import type { JobQueues } from './queue.ts';

/** Sealed events of a site that the slowest of those who follow them has not read. */
async function unread(db: Database, siteId: string, max: number): Promise<Counted> {
  return countRows(
    db,
    sql`select from event_seals where site_id = ${siteId}
      and position > (select coalesce(min(position), 0) from event_readers where site_id = ${siteId})`,
    max,
  );
}

export const kernelQueues: JobQueues = {
  'events-seal': {
    waiting: ({ app, site, max }) =>
      countRows(app.db, sql`select from events_unsealed where site_id = ${site.id}`, max),
  },
  'events-read': { waiting: ({ app, site, max }) => unread(app.db, site.id, max) },
};
