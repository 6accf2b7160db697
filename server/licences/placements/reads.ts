import { sql } from 'kysely';
import { placementCauses } from '../../../domain/licences/codes.ts';
import { licenceOptions } from '../../../domain/site/capabilities.ts';
import type { Site } from '../../kernel/app.ts';
import type { Database } from '../../kernel/database.ts';
import { outsideId } from '../../kernel/ids.ts';
import { asSearched } from '../../kernel/search.ts';
import type { Scope } from '../../kernel/session.ts';
import type { LicenceRow } from './rows.ts';

/** So many devices are offered at once; more are found by a part of their name. */
export const targetsMax = 20;
const historyMax = 50;

type TargetRow = { deviceId: string; serial: string; name: string; licensedUntil: string | null };

/** Own devices in use that take a licence of this type, by name; with a text those whose name or serial number has it. */
export async function findTargets(db: Database, site: Site, scope: Scope, type: string, text: string) {
  const models = licenceOptions(site).types.find(({ id }) => id === type)?.models ?? [];
  const like =
    text === ''
      ? sql`true`
      : sql`(lower(normalize(s.name, nfkc)) like ${asSearched(text)} or lower(s.serial) like ${asSearched(text)})`;
  const { rows } = await sql<TargetRow>`
    select s.device_id as "deviceId", s.serial, s.name, (
        select l.last_day from licence_placements p join licences l on l.site_id = p.site_id and l.id = p.licence_id
        where p.site_id = s.site_id and p.device_id = s.device_id and p.customer_id = s.organization_id
          and p.from_at <= ${scope.now}::timestamptz and p.until_at > ${scope.now}::timestamptz limit 1) as "licensedUntil"
    from v_device_spans s
    join v_registered_devices r on r.site_id = s.site_id and r.registration_id = s.registration_id
    where s.site_id = ${scope.siteId} and s.organization_id = ${scope.organizationId}::uuid and s.until_at is null
      and r.ended_on is null and s.model = any(${models}::text[]) and ${like}
    order by s.name_order, s.device_id limit ${targetsMax + 1}`.execute(db);
  const items = rows
    .slice(0, targetsMax)
    .map(({ deviceId, ...row }) => ({ id: outsideId('device', deviceId), ...row }));
  return { items, more: rows.length > targetsMax };
}

type Past = { deviceId: string; serial: string; from: Date; until: Date; cause: string };

/** The devices that a licence served, the latest first. */
export async function historyOf(db: Database, { siteId, now }: Scope, { id, customerId }: LicenceRow) {
  const { rows } = await sql<Past>`
    select p.device_id as "deviceId", d.serial, p.from_at as "from", p.until_at as until, p.cause
    from licence_placements p
    join v_manufactured_devices d on d.site_id = p.site_id and d.device_id = p.device_id
    where p.site_id = ${siteId} and p.licence_id = ${id}::uuid and p.customer_id = ${customerId}::uuid
      and p.from_at <= ${now}::timestamptz
    order by p.from_at desc, p.until_at desc limit ${historyMax}`.execute(db);
  return rows.map(({ deviceId, serial, from, until, cause }) => ({
    device: { id: outsideId('device', deviceId), serial },
    from: from.toISOString(),
    until: until.toISOString(),
    cause: placementCauses.find((one) => one === cause) ?? ('chosen' as const),
  }));
}
