import { sql } from 'kysely';
import { licenceOptions } from '../../../domain/site/capabilities.ts';
import { typeTakenBy } from '../../../domain/licences/place.ts';
import { takeOvers } from '../../../domain/licences/take-over.ts';
import type { z } from 'zod';
import { findRegistered, type Registered } from '../../devices/registered.ts';
import type { Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { outsideId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import type { deviceLicence } from './schemas.ts';

type Around = { site: Site; scope: Scope };
type Served = { id: string; lastDay: string; until: Date; expiresAt: Date };

/** The licence that serves a device of a customer, or served it last. */
export async function lastServing(db: Database | Tx, scope: Scope, device: Registered): Promise<Served | null> {
  const { rows } = await sql<Served>`
    select l.id, l.last_day as "lastDay", p.until_at as until, l.expires_at as "expiresAt"
    from licence_placements p
    join licences l on l.site_id = p.site_id and l.id = p.licence_id
    where p.site_id = ${scope.siteId} and p.device_id = ${device.deviceId}::uuid
      and p.customer_id = ${device.organizationId}::uuid
    order by p.until_at desc, p.from_at desc limit 1`.execute(db);
  return rows[0] ?? null;
}

export type Choices = { renews: boolean | null; customerRenews: boolean };

export async function choicesOf(
  db: Database | Tx,
  scope: Scope,
  { deviceId, organizationId }: Pick<Registered, 'deviceId' | 'organizationId'>,
): Promise<Choices> {
  const { rows } = await sql<Choices>`
    select (select c.renews from licence_camera_choices c where c.site_id = ${scope.siteId}
        and c.device_id = ${deviceId}::uuid and c.customer_id = ${organizationId}::uuid) as renews,
      coalesce((select k.renews from licence_customers k where k.site_id = ${scope.siteId}
        and k.customer_id = ${organizationId}::uuid), true) as "customerRenews"`.execute(db);
  return rows[0] ?? { renews: null, customerRenews: true };
}

type Waiting = { id: string; type: string; lastDay: string; expiresAt: Date; setAsideFor: string | null };
type Ending = { deviceId: string; serial: string; type: string; renews: boolean };

/** What would take over from a licence of this customer at a moment, as it stands today: all that end then come in their turn. */
async function nextOf(db: Database | Tx, scope: Scope, { deviceId, organizationId }: Registered, at: Date) {
  const waiting = await sql<Waiting>`
    select l.id, l.type, l.last_day as "lastDay", l.expires_at as "expiresAt", l.set_aside_for as "setAsideFor"
    from licences l
    where l.site_id = ${scope.siteId} and l.customer_id = ${organizationId}::uuid and l.expires_at > ${scope.now}::timestamptz
      and not exists (select from licence_placements p where p.site_id = l.site_id and p.licence_id = l.id
        and p.until_at > ${scope.now}::timestamptz)`.execute(db);
  if (waiting.rows.length === 0) return { waiting: [], next: null };
  const ending = await sql<Ending>`
    select p.device_id as "deviceId", d.serial, l.type, coalesce(c.renews, k.renews, true) as renews
    from licence_placements p
    join licences l on l.site_id = p.site_id and l.id = p.licence_id
    join v_manufactured_devices d on d.site_id = p.site_id and d.device_id = p.device_id
    left join licence_camera_choices c on c.site_id = p.site_id and c.device_id = p.device_id and c.customer_id = p.customer_id
    left join licence_customers k on k.site_id = p.site_id and k.customer_id = p.customer_id
    where p.site_id = ${scope.siteId} and p.customer_id = ${organizationId}::uuid and p.until_at = ${at}::timestamptz`.execute(
    db,
  );
  const taken = takeOvers(ending.rows, waiting.rows, at).find((one) => one.deviceId === deviceId);
  const next = waiting.rows.find(({ id }) => id === taken?.licenceId);
  return { waiting: waiting.rows, next: next && taken ? { ...next, setAside: taken.wasSetAside } : null };
}

type View = { body: z.infer<typeof deviceLicence>; seen: Choices };

/** How a device stands by its licence, and what was decided about renewing; null where the caller may not read it. */
export async function viewDeviceLicence(
  db: Database | Tx,
  { site, scope }: Around,
  deviceId: string,
  mayPlace: boolean,
): Promise<View | null> {
  const device = await findRegistered(db, scope, deviceId, 'read');
  if (!device) return null;
  const takes = typeTakenBy(licenceOptions(site), device.model)?.id ?? null;
  const served = await lastServing(db, scope, device);
  const runs = served !== null && served.until > scope.now;
  const ended = served !== null && !runs && served.until >= served.expiresAt;
  const choices = await choicesOf(db, scope, device);
  const { waiting, next } = await nextOf(db, scope, device, runs ? served.until : scope.now);
  const shown = runs || ended ? served : null;
  return {
    seen: choices,
    body: {
      takes,
      state: runs ? 'licensed' : takes === null ? 'needless' : ended ? 'expired' : 'missing',
      licence: shown && {
        id: outsideId('licence', shown.id),
        lastDay: shown.lastDay,
        until: shown.until.toISOString(),
      },
      next: runs && next ? { id: outsideId('licence', next.id), lastDay: next.lastDay, setAside: next.setAside } : null,
      ...choices,
      waiting: waiting.filter((one) => one.type === takes && one.setAsideFor === null).length,
      mayChange: mayPlace && device.organizationId === scope.organizationId && device.endedOn === null,
    },
  };
}
