import { sql } from 'kysely';
import type { JobQueues } from '../../jobs/queue.ts';
import { countRows } from '../../needs/count-rows.ts';

/** Plans that wait for their day. */
export const planQueues: JobQueues = {
  'licence-plans': {
    waiting: ({ app, site, max }) =>
      countRows(app.db, sql`select from licence_plans where site_id = ${site.id} and state = 'open'`, max),
  },
};
