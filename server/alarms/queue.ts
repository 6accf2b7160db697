import { sql } from 'kysely';
import type { JobQueues } from '../jobs/queue.ts';
import { countRows } from '../needs/count-rows.ts';

/** What devices of the site reported and no alarm was made of yet. */
export const alarmQueues: JobQueues = {
  alarms: {
    waiting: ({ app, site, max }) =>
      countRows(
        app.db,
        sql`select from alarm_inputs i join v_manufactured_devices d on d.device_key = i.device_key where d.site_id = ${site.id}`,
        max,
      ),
  },
};
