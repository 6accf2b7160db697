import { sql } from 'kysely';
import { reachableDevice, type Right } from '../kernel/access.ts';
import type { Database, Tx } from '../kernel/database.ts';
import type { Scope } from '../kernel/session.ts';

/** The registration in force of a device. */
export type Registered = {
  registrationId: string;
  deviceId: string;
  organizationId: string;
  serial: string;
  model: string;
  type: string;
  purchasedOn: string | null;
  warrantyUntil: string | null;
  endedOn: string | null;
  shippedOn: string | null;
  timeZone: string;
};

/** Holds on to a device: nobody else registers it, passes it on or ends its use until the transaction is over. */
export async function lockDevice(tx: Tx, siteId: string, deviceId: string): Promise<void> {
  await sql`select 1 from manufactured_devices where site_id = ${siteId} and device_id = ${deviceId}::uuid for no key update`.execute(
    tx,
  );
}

/** The device as it is registered now, if the caller may reach it with that right; null for any other. */
export async function findRegistered(
  db: Database | Tx,
  scope: Scope,
  deviceId: string,
  right: Right,
): Promise<Registered | null> {
  const row = await db
    .selectFrom('device_registrations as r')
    .innerJoin('manufactured_devices as d', (join) =>
      join.onRef('d.site_id', '=', 'r.site_id').onRef('d.device_id', '=', 'r.device_id'),
    )
    .select(['r.id as registrationId', 'r.device_id as deviceId', 'r.organization_id as organizationId'])
    .select(['r.serial', 'r.model', 'r.type', 'r.purchased_on as purchasedOn', 'r.warranty_until as warrantyUntil'])
    .select(['r.ended_on as endedOn', 'd.shipped_on as shippedOn', 'r.time_zone as timeZone'])
    .where('r.site_id', '=', scope.siteId)
    .where('r.device_id', '=', deviceId)
    .where('r.until_at', 'is', null)
    .where(reachableDevice(scope, right, { organization: 'r.organization_id', registration: 'r.id' }))
    .executeTakeFirst();
  return row ?? null;
}

/** As `findRegistered`, with the device held. */
export async function lockRegistered(tx: Tx, scope: Scope, deviceId: string, right: Right): Promise<Registered | null> {
  await lockDevice(tx, scope.siteId, deviceId);
  return findRegistered(tx, scope, deviceId, right);
}

/** Ends a registration now: whoever had the device keeps what was until then. What it was used with ends, too. */
export async function closeRegistration(
  tx: Tx,
  scope: Scope,
  { registrationId, deviceId }: Pick<Registered, 'registrationId' | 'deviceId'>,
): Promise<void> {
  await tx
    .updateTable('device_registrations')
    .set((eb) => ({ until_at: scope.now, changed_at: scope.now, version: eb('version', '+', 1) }))
    .where('site_id', '=', scope.siteId)
    .where('id', '=', registrationId)
    .execute();
  await tx
    .updateTable('device_parents')
    .set({ until_at: scope.now })
    .where('site_id', '=', scope.siteId)
    .where((eb) => eb.or([eb('device_id', '=', deviceId), eb('parent_device_id', '=', deviceId)]))
    .where('until_at', 'is', null)
    .execute();
}
