import { sql } from 'kysely';
import { severities } from '../../domain/alarms/severity.ts';
import type { DeviceContribution } from '../devices/contribution.ts';

const reported = 'open_alarms.reported';
const rank = 'open_alarms.rank';
const named = severities.map((severity) => `'${severity}'`).join(', ');

/** How a device stands, by the worst of its open alarms; "unknown" as long as it never reported (E-05). */
export const alarmContribution: DeviceContribution = {
  joined: [
    {
      name: 'open_alarms',
      rows: () => sql`
        select max(a.rank) as rank,
          exists (select from v_report_times t where t.site_id = r.site_id and t.registration_id = r.id) as reported
        from v_open_alarms a where a.site_id = r.site_id and a.registration_id = r.id`,
      columns: [
        {
          key: 'status',
          kind: 'word',
          value: `case when ${rank} is not null then (array[${named}])[${rank}] when ${reported} then 'normal' else 'unknown' end`,
          search: ['trouble', 'normal', ...severities],
          meaning: { trouble: `${rank} is not null` },
          sortBy: `coalesce(${rank}, case when ${reported} then 0 else 1 end)`,
        },
      ],
    },
  ],
};
