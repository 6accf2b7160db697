import { sql } from 'kysely';
import { severities } from '../../domain/alarms/severity.ts';
import { deviceOptions } from '../../domain/site/capabilities.ts';
import type { DeviceContribution, Joined } from '../devices/contribution.ts';
import type { Site } from '../kernel/app.ts';

const reported = 'open_alarms.reported';
const rank = 'open_alarms.rank';
const named = severities.map((severity) => `'${severity}'`).join(', ');
const said = 'reported_status';

function unableModels(site: Site): string[] {
  return deviceOptions(site).models.flatMap(({ id, reportsStatus }) => (reportsStatus ? [] : [id]));
}

/**
 * What a device itself says of how it is, the worst first, with its silence beside it (C-02): who counted without saying is normal, and unknown is
 * only who never said anything. One whose protocol cannot say how it is counts as normal from the beginning.
 */
const reportedStatus: Joined = {
  name: said,
  rows: (_scope, site) => sql`
    select max(a.rank) filter (where a.cause = 'status') as rank, min(a.since) filter (where a.cause = 'silence') as silent_since,
      bool_or(v.model = any(${unableModels(site)}::text[])) as unable,
      bool_or(exists (select from v_report_times t where t.site_id = v.site_id and t.registration_id = v.registration_id)
        or exists (select from v_counter_times t where t.site_id = v.site_id and t.registration_id = v.registration_id)
        or exists (select from alarm_statuses s where s.device_key = v.device_key and s.at >= v.from_at)) as heard
    from v_registered_devices v
    left join v_open_alarms a on a.site_id = v.site_id and a.registration_id = v.registration_id
    where v.site_id = r.site_id and v.registration_id = r.id`,
  columns: [
    {
      key: 'reportedStatus',
      kind: 'severity',
      value: `case when ${said}.rank is not null then (array[${named}])[${said}.rank] when ${said}.unable then 'unable'
        when ${said}.heard then 'normal' else 'never' end`,
      search: ['trouble', ...severities.toReversed(), 'normal', 'unable', 'never'],
      meaning: { trouble: `${said}.rank is not null` },
      sortBy: `coalesce(${said}.rank, case when ${said}.heard or ${said}.unable then 0 end)`,
    },
    { key: 'silentSince', kind: 'instant', value: `${said}.silent_since`, search: null, mayBeEmpty: true },
  ],
};

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
    reportedStatus,
  ],
};
