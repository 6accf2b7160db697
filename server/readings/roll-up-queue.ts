import { sql } from 'kysely';
import type { JobQueues } from '../jobs/queue.ts';
import { after } from '../kernel/clock.ts';
import { countRows } from '../needs/count-rows.ts';
import { dayOf } from './intake/days.ts';
import { settledAfterMs } from './roll-up.ts';

/** Days of devices that are over and not summed up. */
export const rollUpQueues: JobQueues = {
  'reading-roll-up': {
    waiting: ({ app, site, scope, max }) =>
      countRows(
        app.db,
        sql`select from reading_days_due r join v_manufactured_devices d on d.device_key = r.device_key
          where d.site_id = ${site.id} and r.day < ${dayOf(after(scope.now, -settledAfterMs).getTime(), site.timeZone)}::date`,
        max,
      ),
  },
};
