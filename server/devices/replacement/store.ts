import { noValues, type RegistrationValues } from '../../../domain/devices/fields.ts';
import type { Tx } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import type { Registered } from '../registered.ts';

/** What its owner wrote about the device, to go on with the new one. */
export async function valuesOf(tx: Tx, scope: Scope, { registrationId }: Registered): Promise<RegistrationValues> {
  const row = await tx
    .selectFrom('device_registrations')
    .select(['purchased_on', 'postal_code', 'prefecture', 'city', 'street', 'building'])
    .select(['installation', 'time_zone', 'company', 'name', 'kana', 'department', 'remarks', 'host', 'web_page'])
    .where('site_id', '=', scope.siteId)
    .where('id', '=', registrationId)
    .executeTakeFirstOrThrow();
  const { purchased_on: purchasedOn, postal_code: postalCode, time_zone: timeZone, web_page: webPage, ...rest } = row;
  return { ...noValues, ...rest, purchasedOn: purchasedOn ?? '', postalCode, timeZone, webPage };
}

/** Nobody registers it again. */
export async function lockForGood(tx: Tx, scope: Scope, deviceId: string): Promise<void> {
  await tx
    .updateTable('manufactured_devices')
    .set({ locked_at: scope.now })
    .where('site_id', '=', scope.siteId)
    .where('device_id', '=', deviceId)
    .execute();
}

type Pair = { device: string; parent: string };

/** What the device is used with, on either side. */
export async function parentsOf(tx: Tx, scope: Scope, deviceId: string): Promise<Pair[]> {
  return tx
    .selectFrom('device_parents')
    .select(['device_id as device', 'parent_device_id as parent'])
    .where('site_id', '=', scope.siteId)
    .where((eb) => eb.or([eb('device_id', '=', deviceId), eb('parent_device_id', '=', deviceId)]))
    .where('until_at', 'is', null)
    .execute();
}

export async function moveParents(
  tx: Tx,
  scope: Scope,
  pairs: readonly Pair[],
  from: string,
  to: string,
): Promise<void> {
  const moved = (id: string) => (id === from ? to : id);
  for (const { device, parent } of pairs)
    await tx
      .insertInto('device_parents')
      .values({
        site_id: scope.siteId,
        id: newId(),
        device_id: moved(device),
        parent_device_id: moved(parent),
        from_at: scope.now,
        until_at: null,
      })
      .execute();
}

type Exchange = { old: Registered; newId: string; reason: string };

export async function insertReplacement(
  tx: Tx,
  scope: Scope,
  { old, newId: newDeviceId, reason }: Exchange,
): Promise<void> {
  await tx
    .insertInto('device_replacements')
    .values({
      site_id: scope.siteId,
      id: newId(),
      old_device_id: old.deviceId,
      new_device_id: newDeviceId,
      organization_id: old.organizationId,
      reason,
      done_by: scope.userId,
      done_at: scope.now,
    })
    .execute();
}
