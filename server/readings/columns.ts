import { sql } from 'kysely';
import type { DeviceContribution } from '../devices/contribution.ts';

/** Since when and when last a device reported to its owner, in the list of devices (E-05). */
export const readingContribution: DeviceContribution = {
  joined: [
    {
      name: 'reports',
      rows: () => sql`
        select v.first_at, v.last_at from v_report_times v where v.site_id = r.site_id and v.registration_id = r.id`,
      columns: [
        { key: 'firstReport', kind: 'day', value: 'reports.first_at', search: null },
        { key: 'lastReport', kind: 'instant', value: 'reports.last_at', search: null },
      ],
    },
  ],
};
