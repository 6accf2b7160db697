import { sql } from 'kysely';
import { reachableDevice } from '../kernel/access.ts';
import type { Tx } from '../kernel/database.ts';
import { writeEvents, type NewEvent } from '../kernel/events.ts';

/**
 * Ends what was asked and must not be taken any more: the organization that asked may no longer configure the device, or it passed on or
 * went out of use. Called before anything goes down, so that a right that ended a moment ago sets nothing.
 * @param deviceIds of these alone; left out, of all of the site.
 */
export async function endLapsed(tx: Tx, siteId: string, now: Date, deviceIds?: readonly string[]): Promise<void> {
  const some = deviceIds ? sql`and device_id = any(${[...deviceIds]}::uuid[])` : sql``;
  const { rows: asking } = await sql<{ organizationId: string }>`
    select distinct asked_for as "organizationId" from device_setting_changes
    where site_id = ${siteId} and state = 'pending' ${some}`.execute(tx);
  const ended: Ended[] = [];
  for (const { organizationId } of asking) {
    const scope = { siteId, organizationId, userId: '', now };
    const { rows } = await sql<Ended>`
      update device_setting_changes c set state = 'ended', settled_at = ${now}
      where site_id = ${siteId} and state = 'pending' and asked_for = ${organizationId} ${some}
        and not (${reachableDevice(scope, 'configure', place)} and exists (
          select 1 from v_registered_devices r where r.site_id = c.site_id and r.device_id = c.device_id
            and r.registration_id = c.registration_id and r.until_at is null and r.ended_on is null))
      returning device_id as device, registration_id as registration, organization_id as organization, setting`.execute(
      tx,
    );
    ended.push(...rows);
  }
  await writeEvents(tx, { siteId, actor: { kind: 'system' }, now, requestId: null }, eventsOf(ended));
}

const place = { organization: 'c.organization_id', registration: 'c.registration_id' } as const;

type Ended = { device: string; registration: string; organization: string; setting: string };

function eventsOf(ended: readonly Ended[]): NewEvent[] {
  const byDevice = Map.groupBy(ended, ({ device, registration }) => `${device} ${registration}`);
  return [...byDevice.values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    const { setting: _, ...data } = first;
    const settings = some.map(({ setting }) => setting);
    return [{ what: 'device-settings.ended', subject: `device/${data.device}`, data: { ...data, settings } }];
  });
}
