import { sql } from 'kysely';
import { reachableDevice } from '../kernel/access.ts';
import { outsideId } from '../kernel/ids.ts';
import type { NeedCounts } from '../needs/need-counts.ts';

export const deviceSettingNeeds: NeedCounts = {
  'settings-overdue': async ({ app, scope, max }) => {
    const { rows } = await sql<{ count: number; device: string | null }>`
      select count(*)::int as count, (array_agg(a.device_id order by a.since, a.device_id))[1] as device
      from (select v.device_id, v.since from v_overdue_settings v
        where v.site_id = ${scope.siteId}
          and ${reachableDevice(scope, 'configure', { organization: 'v.organization_id', registration: 'v.registration_id' })}
        limit ${max + 1}) a`.execute(app.db);
    const { count, device } = rows[0] ?? { count: 0, device: null };
    return { count, ...(device && { subject: outsideId('device', device) }) };
  },
};
