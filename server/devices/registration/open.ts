import { sql } from 'kysely';
import type { RegistrationValues } from '../../../domain/devices/fields.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import type { NewEvent } from '../../kernel/events.ts';
import type { Scope } from '../../kernel/session.ts';
import { journalRegistrations } from './journal.ts';
import { contributionsAt, type Contributions, type Listed } from '../contribution.ts';

/** How a device came to its owner. */
export type RegistrationCause = 'registered' | 'transferred' | 'replaced';

/** A registration that begins now. */
export type Opening = {
  registrationId: string;
  deviceId: string;
  organizationId: string;
  serial: string;
  model: string;
  type: string;
  shippedOn: string | null;
  values: RegistrationValues;
  warrantyUntil: string | null;
};

type Around = { app: App; tx: Tx; site: Site; scope: Scope; contributions: Contributions };

/** What other capabilities keep beside registrations, by registration ID, and the events of what they did. */
export type Opened = { listed: ReadonlyMap<string, Listed>; events: NewEvent[] };

/**
 * Writes registrations that begin now, with what other capabilities keep beside them; whoever calls has locked the devices and judged that
 * they are free.
 */
export async function openRegistrations(
  around: Around,
  cause: RegistrationCause,
  openings: readonly Opening[],
  importId: string | null = null,
): Promise<Opened> {
  const { tx, scope } = around;
  const listed = await listedOf(around, cause, openings);
  const column = <T>(of: (one: Opening) => T) => openings.map(of);
  const value = (field: keyof RegistrationValues) => column(({ values }) => values[field]);
  await sql`
    insert into device_registrations (site_id, id, device_id, organization_id, from_at, cause, import_id, created_by, serial, model, type,
      purchased_on, warranty_until, installation, time_zone, postal_code, prefecture, city, street, building, company, name, kana, department, remarks, mac, host, web_page, listed, changed_at)
    select ${scope.siteId}, o.id, o.device_id, o.organization_id, ${scope.now}::timestamptz, ${cause}, ${importId}::uuid, ${scope.userId}::uuid,
      o.serial, o.model, o.type, nullif(o.purchased_on, '')::date, o.warranty_until, o.installation, o.time_zone, o.postal_code, o.prefecture, o.city, o.street, o.building,
      o.company, o.name, o.kana, o.department, o.remarks, o.mac, o.host, o.web_page, o.listed, ${scope.now}::timestamptz
    from unnest(
      ${column((one) => one.registrationId)}::uuid[], ${column((one) => one.deviceId)}::uuid[], ${column((one) => one.organizationId)}::uuid[],
      ${column((one) => one.serial)}::text[], ${column((one) => one.model)}::text[], ${column((one) => one.type)}::text[],
      ${value('purchasedOn')}::text[], ${column((one) => one.warrantyUntil)}::date[], ${value('installation')}::text[],
      ${value('timeZone')}::text[], ${value('postalCode')}::text[],
      ${value('prefecture')}::text[], ${value('city')}::text[], ${value('street')}::text[], ${value('building')}::text[],
      ${value('company')}::text[], ${value('name')}::text[], ${value('kana')}::text[], ${value('department')}::text[], ${value('remarks')}::text[],
      ${value('mac')}::text[], ${value('host')}::text[], ${value('webPage')}::text[],
      ${column((one) => JSON.stringify(listed.get(one.registrationId) ?? {}))}::jsonb[]
    ) as o(id, device_id, organization_id, serial, model, type, purchased_on, warranty_until, installation, time_zone, postal_code, prefecture, city,
      street, building, company, name, kana, department, remarks, mac, host, web_page, listed)`.execute(tx);
  await journalRegistrations(around.app, tx, scope, openings);
  return { listed, events: await eventsOf(around, cause, openings) };
}

/** What each capability does now that the devices are their owner's. */
async function eventsOf(
  { contributions, ...around }: Around,
  cause: RegistrationCause,
  openings: readonly Opening[],
): Promise<NewEvent[]> {
  const events: NewEvent[] = [];
  const devices = openings.map((opening) => ({ ...opening, cause }));
  for (const contribution of contributionsAt(around.site, contributions))
    events.push(...((await contribution.registered?.(around, devices)) ?? []));
  return events;
}

/** What each capability keeps beside the registrations, put together. */
async function listedOf(
  { app, tx, site, scope, contributions }: Around,
  cause: RegistrationCause,
  openings: readonly Opening[],
): Promise<Map<string, Listed>> {
  const together = new Map<string, Listed>();
  const devices = openings.map((opening) => ({ ...opening, cause }));
  for (const contribution of contributionsAt(site, contributions)) {
    const given = await contribution.registering?.(app, tx, site, scope, devices);
    for (const [id, listed] of given ?? []) together.set(id, { ...together.get(id), ...listed });
  }
  return together;
}
