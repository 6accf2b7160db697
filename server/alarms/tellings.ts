import { sql } from 'kysely';
import type { Telling } from '../../domain/alarms/telling.ts';
import type { Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import type { Place } from './course-rows.ts';
import { receiversOf } from './receivers.ts';

export type ToTell = { alarmId: string; device: Place['device']; telling: Telling };

/**
 * Writes down who is to be told: those who are mailed (`receiversOf`) of the owner and of everybody who may read the device just now. They stand in a
 * mail later, after their right was asked for again.
 */
export async function tell(tx: Tx, site: Site, told: readonly ToTell[], now: Date): Promise<void> {
  if (told.length === 0) return;
  const siteId = site.id;
  const rows = told.map(({ alarmId, device, telling }) => ({
    alarm: alarmId,
    organization: device.organizationId,
    registration: device.registrationId,
    telling,
  }));
  await sql`
    with told as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as t(alarm uuid, organization uuid, registration uuid, telling text)
    ), receivers as (
      select alarm, telling, organization as id from told
      union
      select t.alarm, t.telling, g.to_organization_id from told t
        join grants_in_force(${now}::timestamptz) g on g.site_id = ${siteId} and g.of_organization_id = t.organization
          and g.cause not in ('own', 'operator') and 'read' = any(g.rights)
      union
      select t.alarm, t.telling, g.to_organization_id from told t
        join device_grants_in_force(${now}::timestamptz) g on g.site_id = ${siteId} and g.registration_id = t.registration
          and 'read' = any(g.rights)
    )
    insert into alarm_tellings (site_id, id, alarm_id, organization_id, address, language, telling, noticed_at)
    select ${siteId}, gen_random_uuid(), r.alarm, r.id, m.address, m.language, r.telling, ${now}::timestamptz
    from receivers r
    join alarms a on a.site_id = ${siteId} and a.id = r.alarm
    join lateral ${receiversOf(site, 'alarm')} m on m.organization_id = r.id`.execute(tx);
}
