import { sql } from 'kysely';
import type { ZonePiece } from '../../../domain/counters/civil.ts';
import type { Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import type { Scope } from '../../kernel/session.ts';
import { withZone } from './pieces.ts';

/** In which zone an organization's days are cut: `before` until `fromAt`, then `timeZone`. */
export type ReportingZone = { timeZone: string; before: string; fromAt: Date; version: number };

export async function findZone(
  db: Database | Tx,
  { siteId, organizationId }: Pick<Scope, 'siteId' | 'organizationId'>,
): Promise<ReportingZone | null> {
  const { rows } = await sql<ReportingZone>`
    select time_zone as "timeZone", before, from_at as "fromAt", version from reporting_zones
    where site_id = ${siteId} and organization_id = ${organizationId}`.execute(db);
  return rows[0] ?? null;
}

/** The zone that holds at `now`. */
export function zoneAt(site: Site, zone: ReportingZone | null, now: Date): string {
  if (!zone) return site.timeZone;
  return zone.fromAt <= now ? zone.timeZone : zone.before;
}

export async function zoneOf(db: Database | Tx, site: Site, scope: Scope): Promise<string> {
  return zoneAt(site, await findZone(db, scope), scope.now);
}

/** The pieces in which days of a device are cut that had none yet. */
export function piecesOf(site: Site, zone: Pick<ReportingZone, 'timeZone' | 'before' | 'fromAt'> | null): ZonePiece[] {
  if (!zone) return [{ fromMs: 0, timeZone: site.timeZone }];
  if (zone.before === zone.timeZone) return [{ fromMs: 0, timeZone: zone.timeZone }];
  return [
    { fromMs: 0, timeZone: zone.before },
    { fromMs: zone.fromAt.getTime(), timeZone: zone.timeZone },
  ];
}

export async function storeZone(
  tx: Tx,
  { siteId, organizationId, userId, now }: Scope,
  { timeZone, before, fromAt }: Omit<ReportingZone, 'version'>,
): Promise<void> {
  await sql`
    insert into reporting_zones (site_id, organization_id, time_zone, before, from_at, changed_at, changed_by)
    values (${siteId}, ${organizationId}, ${timeZone}, ${before}, ${fromAt}, ${now}, ${userId})
    on conflict (site_id, organization_id) do update set time_zone = excluded.time_zone, before = excluded.before,
      from_at = excluded.from_at, version = reporting_zones.version + 1, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by`.execute(tx);
}

/** Has the days of the organization's devices cut in the new zone from the next midnight on, whenever they report again. */
export async function turnDevices(tx: Tx, { siteId, organizationId, now }: Scope, timeZone: string): Promise<void> {
  const { rows } = await sql<{ registrationId: string; pieces: ZonePiece[] }>`
    select z.registration_id as "registrationId", z.pieces from counter_zones z
    join v_registered_devices v on v.site_id = z.site_id and v.registration_id = z.registration_id
    where z.site_id = ${siteId} and v.organization_id = ${organizationId} and v.until_at is null and v.time_zone = ''
    order by z.registration_id for update of z`.execute(tx);
  const turned = rows.map(({ registrationId, pieces }) => ({
    registrationId,
    pieces: withZone(pieces, timeZone, now),
  }));
  await sql`
    update counter_zones z set pieces = n.pieces
    from unnest(${turned.map(({ registrationId }) => registrationId)}::uuid[],
      ${turned.map(({ pieces }) => JSON.stringify(pieces))}::jsonb[]) as n(registration_id, pieces)
    where z.site_id = ${siteId} and z.registration_id = n.registration_id`.execute(tx);
}
