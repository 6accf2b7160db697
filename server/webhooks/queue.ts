import { sql } from 'kysely';
import type { JobQueues } from '../jobs/queue.ts';
import { countRows } from '../needs/count-rows.ts';
import { broken } from './needs.ts';
import { stateOfWebhook } from './state.ts';

/** Deliveries that are to be made, and webhooks of all organizations whose receiver takes nothing. */
export const webhookQueues: JobQueues = {
  webhooks: {
    waiting: ({ app, site, max }) =>
      countRows(app.db, sql`select from webhook_deliveries where site_id = ${site.id} and state = 'due'`, max),
    failed: ({ app, site, max }) =>
      countRows(
        app.db,
        sql`select from webhooks w join users u on u.site_id = w.site_id and u.id = w.created_by
          where w.site_id = ${site.id} and w.removed_at is null and ${stateOfWebhook()} = any(${[...broken]}::text[])`,
        max,
      ),
  },
};
