import { sql } from 'kysely';
import type { JobQueues } from '../jobs/queue.ts';
import { countRows } from '../needs/count-rows.ts';

/** Files that were confirmed and are not done, and those that came to nothing by a fault of the server. */
export const importQueues: JobQueues = {
  imports: {
    waiting: ({ app, site, max }) =>
      countRows(app.db, sql`select from imports where site_id = ${site.id} and state = 'running'`, max),
    failed: ({ app, site, max }) =>
      countRows(app.db, sql`select from imports where site_id = ${site.id} and state = 'failed'`, max),
  },
};
