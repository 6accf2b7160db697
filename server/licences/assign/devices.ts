import { sql } from 'kysely';
import type { LicenceLine } from '../../../domain/licences/lines.ts';
import { licenceOptions } from '../../../domain/site/capabilities.ts';
import type { Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import type { FieldFault } from '../../kernel/http/problem.ts';

/**
 * A fault at each line that names a device which is not the customer's now, or takes licences of another type, or is not to be renewed, or has no licence
 * now: what is set aside for one of those would never come to it (L-06). The customer has been settled.
 */
export async function deviceFaults(
  db: Database | Tx,
  site: Site,
  customerId: string,
  lines: readonly LicenceLine[],
  now: Date,
): Promise<FieldFault[]> {
  const named = lines.flatMap(({ devices }) => devices);
  if (named.length === 0) return [];
  const { rows } = await sql<{ deviceId: string; model: string; renews: boolean; served: boolean }>`
    select r.device_id as "deviceId", r.model, coalesce(c.renews, k.renews, true) as renews,
      exists (select from licence_placements p where p.site_id = r.site_id and p.device_id = r.device_id
        and p.customer_id = r.organization_id and p.from_at <= ${now}::timestamptz and p.until_at > ${now}::timestamptz) as served
    from v_registered_devices r
    left join licence_camera_choices c on c.site_id = r.site_id and c.device_id = r.device_id and c.customer_id = r.organization_id
    left join licence_customers k on k.site_id = r.site_id and k.customer_id = r.organization_id
    where r.site_id = ${site.id} and r.organization_id = ${customerId}::uuid and r.until_at is null
      and r.device_id = any(${named}::uuid[])`.execute(db);
  const known = new Map(rows.map((row) => [row.deviceId, row]));
  const { types } = licenceOptions(site);
  return lines.flatMap(({ type, devices }, at) => {
    const models = types.find(({ id }) => id === type)?.models ?? [];
    const fault = (code: string) => [{ pointer: `/lines/${at}/devices`, code: `licences/${code}` }];
    if (!devices.every((device) => models.includes(known.get(device)?.model ?? ''))) return fault('device-unfit');
    if (!devices.every((device) => known.get(device)?.renews)) return fault('device-not-renewing');
    return devices.every((device) => known.get(device)?.served) ? [] : fault('device-over');
  });
}
