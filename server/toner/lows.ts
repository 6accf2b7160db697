import type { EventKind } from '../../domain/events/kinds.ts';
import { sql } from 'kysely';
import { tonerOptions } from '../../domain/site/capabilities.ts';
import { refillRise } from '../../domain/toner/trend.ts';
import type { Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import { writeEvents, type NewEvent } from '../kernel/events.ts';
import type { Job } from '../kernel/jobs.ts';
import { levelNow, supplyRows } from './supplies.ts';

const lockKey = 0x746f6e72;

/** Looks each minute for supplies that are low by now, and for those that were refilled; each is told once until then (C-12). */
export const tonerWatch: Job = {
  name: 'toner-low',
  async run(app, now) {
    for (const site of app.sites.values())
      if ('toner' in site.capabilities) await app.db.transaction().execute((tx) => lookForLow(tx, site, now));
  },
};

type Change = { registrationId: string; organizationId: string; deviceId: string; supply: string };

/** One after the other; whatever is found is written once, as a supply is low once until it is refilled. */
export async function lookForLow(tx: Tx, site: Site, now: Date): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lockKey})`.execute(tx);
  const refilled = await endRefilled(tx, site, now);
  const low = await beginLow(tx, site, now);
  const events = [...eventsOf('toner.refilled', refilled), ...eventsOf('toner.low', low)];
  await writeEvents(tx, { siteId: site.id, actor: { kind: 'system' }, now, requestId: null }, events);
}

/** The levels of all devices that somebody has; those that nobody can say are left out. */
export const levels = (site: Site) => sql`
  select l.site_id, l.registration_id, l.organization_id, l.device_id, s.supply, ${levelNow} as level
  from v_reading_latest l
  join v_registered_devices r on r.site_id = l.site_id and r.registration_id = l.registration_id and r.until_at is null
  join (${supplyRows(site)}) s on s.model = r.model
  where l.site_id = ${site.id}`;

const changed = sql`v.registration_id as "registrationId", v.organization_id as "organizationId", v.device_id as "deviceId", v.supply`;

async function endRefilled(tx: Tx, site: Site, now: Date): Promise<Change[]> {
  const { rows } = await sql<Change & { refilled: boolean }>`
    update toner_lows o set least = least(o.least, v.level), refilled_at = case when v.level >= o.least + ${refillRise} then ${now}::timestamptz end
    from (${levels(site)}) v
    where o.site_id = v.site_id and o.registration_id = v.registration_id and o.supply = v.supply and o.refilled_at is null
      and (v.level < o.least or v.level >= o.least + ${refillRise})
    returning ${changed}, o.refilled_at is not null as refilled`.execute(tx);
  return rows.filter(({ refilled }) => refilled);
}

async function beginLow(tx: Tx, site: Site, now: Date): Promise<Change[]> {
  const { rows } = await sql<Change>`
    with v as (select * from (${levels(site)}) a where a.level <= ${tonerOptions(site).lowAt}), begun as (
      insert into toner_lows (site_id, registration_id, supply, low_at, least)
      select v.site_id, v.registration_id, v.supply, ${now}, v.level from v
      where not exists (select from toner_lows o where o.site_id = v.site_id and o.registration_id = v.registration_id
        and o.supply = v.supply and o.refilled_at is null)
      on conflict do nothing returning registration_id, supply)
    select ${changed} from v join begun b on b.registration_id = v.registration_id and b.supply = v.supply
    order by v.registration_id, v.supply`.execute(tx);
  return rows;
}

/** One event a device: who is told of two cartridges at once gets one mail. */
function eventsOf(what: EventKind, changes: readonly Change[]): NewEvent[] {
  return [...Map.groupBy(changes, ({ registrationId }) => registrationId).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { deviceId, registrationId, organizationId: organization } = first;
    const supplies = own.map(({ supply }) => supply).toSorted();
    return [
      {
        what,
        subject: `device/${deviceId}`,
        data: { organization, device: deviceId, registration: registrationId, supplies },
      },
    ];
  });
}
