import { sql } from 'kysely';
import type { RegistrationValues } from '../../../domain/devices/fields.ts';
import type { Selectable } from 'kysely';
import { reachableDevice, type Right } from '../../kernel/access.ts';
import { builtOnce } from '../../kernel/built-once.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { versionOf } from '../../kernel/http/version.ts';
import type { Scope } from '../../kernel/session.ts';
import type { DB } from '../../kernel/tables.generated.ts';

export type RegistrationRow = Selectable<DB['device_registrations']>;

type Place = Pick<Scope, 'siteId' | 'organizationId' | 'now'> & { deviceId: string };

const inForce = (db: Database | Tx, scope: Place, right: Right) =>
  db
    .selectFrom('device_registrations as r')
    .selectAll('r')
    .where('r.site_id', '=', scope.siteId)
    .where('r.device_id', '=', scope.deviceId)
    .where('r.until_at', 'is', null)
    .where(reachableDevice(scope, right, { organization: 'r.organization_id', registration: 'r.id' }));

const readInForce = builtOnce(['siteId', 'organizationId', 'now', 'deviceId'], (db, scope: Place) =>
  inForce(db, scope, 'read'),
);

/** The registration in force of a device, if the caller has that right over it; with `lock` it stays as it is until the end. */
export async function findRegistration(
  db: Database | Tx,
  scope: Scope,
  deviceId: string,
  right: Right,
  lock = false,
): Promise<RegistrationRow | undefined> {
  const place = { ...scope, deviceId };
  if (right === 'read' && !lock) return (await readInForce(db, place))[0];
  const query = inForce(db, place, right);
  return (lock ? query.forNoKeyUpdate('r') : query).executeTakeFirst();
}

/** A device beside another: the one it is used with, or one that is used with it. */
export type Relative = { deviceId: string; serial: string; model: string; type: string };

const relativesMax = 100;

/** What a device is used with now, and what is used with it, as far as both are the same owner's and the caller may read both (U-13). */
export async function findRelatives(
  db: Database | Tx,
  scope: Scope,
  { site_id, device_id, organization_id }: Pick<RegistrationRow, 'site_id' | 'device_id' | 'organization_id'>,
): Promise<{ parent: Relative | null; below: Relative[] }> {
  // The few are found one by one (a device has one registration in force): else the database may look through all of the owner's first.
  const { rows } = await sql<Relative & { isParent: boolean }>`
    select r.device_id as "deviceId", r.serial, r.model, r.type, beside."isParent"
    from (
      select parent_device_id as id, true as "isParent" from device_parents
        where site_id = ${site_id} and until_at is null and device_id = ${device_id}::uuid
      union all
      select device_id, false from device_parents
        where site_id = ${site_id} and until_at is null and parent_device_id = ${device_id}::uuid
    ) beside
    cross join lateral (
      select * from device_registrations r where r.site_id = ${site_id} and r.device_id = beside.id and r.until_at is null limit 1
    ) r
    where r.organization_id = ${organization_id}::uuid
      and ${reachableDevice(scope, 'read', { organization: 'r.organization_id', registration: 'r.id' })}
    order by r.serial
    limit ${sql.lit(relativesMax)}`.execute(db);
  const relatives = rows.map(({ isParent, ...relative }) => ({ isParent, relative }));
  return {
    parent: relatives.find(({ isParent }) => isParent)?.relative ?? null,
    below: relatives.flatMap(({ isParent, relative }) => (isParent ? [] : [relative])),
  };
}

/** What stands in the fields of a registration. */
export function valuesOf(row: RegistrationRow): RegistrationValues {
  const { installation, prefecture, city, street, building, company, name, kana, department, remarks } = row;
  const { purchased_on: purchasedOn, postal_code: postalCode, time_zone: timeZone } = row;
  const { mac, host, web_page: webPage } = row;
  const texts = { prefecture, city, street, building, company, name, kana, department, remarks, mac, host, webPage };
  return { purchasedOn: purchasedOn ?? '', installation, timeZone, postalCode, ...texts };
}

/** Another one as soon as anything that people edit is another, or an operator said the end of use. */
export function versionOfDevice(row: RegistrationRow, parent: Relative | null): string {
  return versionOf({
    registration: row.id,
    values: valuesOf(row),
    parent: parent?.deviceId ?? null,
    ended: row.ended_on,
  });
}
