import { sql } from 'kysely';
import { severityOf } from '../../domain/alarms/causes.ts';
import { positionOf, prefectures } from '../../domain/alarms/prefectures.ts';
import { silentBefore } from '../../domain/alarms/rhythm.ts';
import type { DeviceModel } from '../../domain/devices/options.ts';
import { deviceOptions } from '../../domain/site/capabilities.ts';
import type { Site } from '../kernel/app.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { applyMoves } from './apply.ts';
import type { Watched } from './watched.ts';

const devicesAtOnce = 1_000;
const zonesMax = 200;
const spellings = prefectures.flatMap((one) => one.spellings);

/** Devices of a model, in a prefecture or anywhere, in a zone or any, whose last report lies before this are silent. */
type Wanted = { model: string; prefecture: string | null; zone: string | null; before: Date };

/** Finds devices that should have reported by now (P-35); how many there were, at most a thousand. */
export async function findSilent(tx: Tx, site: Site, now: Date): Promise<number> {
  const wanted = await wantedOf(tx, site, now);
  if (wanted.length === 0) return 0;
  const { rows } = await sql<Watched & { lastAt: Date }>`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        as w(model text, prefecture text, zone text, before timestamptz)
    )
    select r.site_id as "siteId", r.registration_id as "registrationId", r.organization_id as "organizationId", r.device_id as "deviceId",
      r.device_key as "deviceKey", r.model, r.from_at as "fromAt", t.last_at as "lastAt"
    from wanted w
    join v_registered_devices r on r.site_id = ${site.id} and r.model = w.model
      and (w.prefecture is null or w.prefecture = case when r.prefecture = any(${spellings}::text[]) then r.prefecture else '' end)
      and (w.zone is null or w.zone = r.time_zone)
    join v_report_times t on t.site_id = r.site_id and t.registration_id = r.registration_id
    where r.until_at is null and r.ended_on is null and t.last_at < w.before
      and not exists (select from alarms a where a.site_id = r.site_id and a.registration_id = r.registration_id
        and a.cause = 'silence' and a.code = '' and a.cleared_at is null and a.is_on)
      and not exists (select from v_device_reports p where p.site_id = r.site_id and p.registration_id = r.registration_id
        and p.at > t.last_at and p.received_at >= w.before)
    limit ${devicesAtOnce}`.execute(tx);
  const moves = rows.map(({ lastAt, ...device }) => ({
    device,
    cause: 'silence' as const,
    code: '',
    severity: severityOf.silence,
    on: true,
    at: now,
    facts: { lastAt: lastAt.toISOString() },
  }));
  await applyMoves(tx, site, moves, now);
  return rows.length;
}

async function wantedOf(tx: Tx, site: Site, now: Date): Promise<Wanted[]> {
  const watched = deviceOptions(site).models.filter(({ silentAfterMinutes }) => silentAfterMinutes !== undefined);
  const zones = watched.some(({ rhythm }) => rhythm.kind === 'businessHours') ? await zonesOf(tx, site) : [];
  return watched.flatMap((model) => wantedOfModel(site, model, zones, now));
}

function wantedOfModel(site: Site, model: DeviceModel, zones: readonly string[], now: Date): Wanted[] {
  const { id, rhythm, silentAfterMinutes = 0 } = model;
  const at = (position: ReturnType<typeof positionOf>, timeZone: string) =>
    silentBefore(rhythm, { position, timeZone }, silentAfterMinutes, now);
  const one = (prefecture: string | null, zone: string | null, before: Date | null): Wanted[] =>
    before ? [{ model: id, prefecture, zone, before }] : [];
  if (rhythm.kind === 'daylight')
    return ['', ...spellings].flatMap((prefecture) => one(prefecture, null, at(positionOf(prefecture), site.timeZone)));
  if (rhythm.kind === 'businessHours') return zones.flatMap((zone) => one(null, zone, at(null, zone || site.timeZone)));
  return one(null, null, at(null, site.timeZone));
}

/** The zones in which installations stand; an empty one is the site's. */
async function zonesOf(db: Database | Tx, site: Site): Promise<string[]> {
  const { rows } = await sql<{ zone: string }>`
    select distinct time_zone as zone from v_registered_devices where site_id = ${site.id} and until_at is null
    limit ${zonesMax}`.execute(db);
  return rows.map(({ zone }) => zone);
}

/** Devices that report again; how many there were. */
export async function findHeard(tx: Tx, site: Site, now: Date): Promise<number> {
  const { rows } = await sql<Watched & { heardAt: Date }>`
    select a.site_id as "siteId", a.registration_id as "registrationId", a.organization_id as "organizationId",
      a.device_id as "deviceId", a.device_key as "deviceKey", h.at as "heardAt"
    from alarms a
    cross join lateral (
      select max(one.at) as at from (
        select t.last_at as at from v_report_times t
          where t.site_id = a.site_id and t.registration_id = a.registration_id and t.last_at > a.changed_at
        union all
        select max(p.received_at) from v_device_reports p where p.site_id = a.site_id and p.registration_id = a.registration_id
          and p.at > a.changed_at - interval '1 hour' and p.received_at > a.changed_at
      ) one) h
    where a.site_id = ${site.id} and a.cause = 'silence' and a.cleared_at is null and a.is_on and h.at is not null
    limit ${devicesAtOnce}`.execute(tx);
  const moves = rows.map(({ heardAt, ...device }) => ({
    device,
    cause: 'silence' as const,
    code: '',
    severity: severityOf.silence,
    on: false,
    at: heardAt,
  }));
  await applyMoves(tx, site, moves, now);
  return rows.length;
}
