import { sql } from 'kysely';
import type { DeviceModel } from '../../../domain/devices/options.ts';
import { fail, pass, type Verdict } from '../../../domain/verdict.ts';
import { reachableDevice } from '../../kernel/access.ts';
import type { Tx } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';

export type Parent = { deviceId: string; serial: string; model: string; type: string };

/** Devices in use of this organization, which the caller may configure, by serial number. */
export async function findParents(
  tx: Tx,
  scope: Scope,
  organizationId: string,
  serials: readonly string[],
): Promise<Map<string, Parent>> {
  if (serials.length === 0) return new Map();
  const { rows } = await sql<Parent>`
    select r.device_id as "deviceId", r.serial, r.model, r.type
    from unnest(${[...serials]}::text[]) as s(serial)
    join lateral (
      select r.* from device_registrations r
      where r.site_id = ${scope.siteId} and r.organization_id = ${organizationId}::uuid and r.serial = s.serial
        and r.until_at is null and r.ended_on is null
        and ${reachableDevice(scope, 'configure', { organization: 'r.organization_id', registration: 'r.id' })}
      limit 1) r on true`.execute(tx);
  return new Map(rows.map((row) => [row.serial, row]));
}

/** Whether a unit of this model may be registered to that device (U-13). */
export function checkParent(
  model: DeviceModel,
  parent: Parent | null,
): Verdict<Parent, 'parent-unknown' | 'parent-not-for-model'> {
  if (!model.registeredTo?.length) return fail('parent-not-for-model');
  if (parent === null) return fail('parent-unknown');
  return model.registeredTo.includes(parent.type) ? pass(parent) : fail('parent-not-for-model');
}

/** A unit that works only with another one names that one (L-05). */
export function missingParent({ standsAlone }: DeviceModel): Verdict<Parent, 'parent-missing'> | null {
  return standsAlone ? null : fail('parent-missing');
}

/** From now on these devices are used with those; what was before ends. */
export async function storeParents(
  tx: Tx,
  scope: Scope,
  pairs: readonly { deviceId: string; parentDeviceId: string | null }[],
): Promise<void> {
  if (pairs.length === 0) return;
  await sql`
    update device_parents set until_at = ${scope.now}
    where site_id = ${scope.siteId} and device_id = any(${pairs.map((one) => one.deviceId)}::uuid[]) and until_at is null`.execute(
    tx,
  );
  const begun = pairs.filter((one) => one.parentDeviceId !== null);
  if (begun.length === 0) return;
  await sql`
    insert into device_parents (site_id, id, device_id, parent_device_id, from_at)
    select ${scope.siteId}, p.id, p.device_id, p.parent, ${scope.now}::timestamptz
    from unnest(${begun.map(newId)}::uuid[], ${begun.map((one) => one.deviceId)}::uuid[],
      ${begun.map((one) => one.parentDeviceId)}::uuid[]) as p(id, device_id, parent)`.execute(tx);
}
