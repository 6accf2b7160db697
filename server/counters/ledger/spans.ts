import { sql } from 'kysely';
import type { ZonePiece } from '../../../domain/counters/civil.ts';
import type { Span } from '../../../domain/counters/table.ts';
import type { Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { withZone } from '../zones/pieces.ts';
import { piecesOf } from '../zones/zones.ts';

type Row = {
  deviceKey: number;
  id: string;
  fromAt: Date;
  untilAt: Date | null;
  timeZone: string;
  pieces: ZonePiece[] | null;
  zone: { timeZone: string; before: string; fromAt: string } | null;
};

/**
 * Whose each device was when, and where its days are cut: in the installation's zone where it has one, else in its owner's or the
 * site's. The zone is kept
 * with the span; another one holds from the next midnight on and cuts nothing anew (decisions.md "Time and jobs").
 */
export async function findSpans(
  tx: Tx,
  site: Site,
  deviceKeys: readonly number[],
  now: Date,
): Promise<ReadonlyMap<number, Span[]>> {
  const { rows } = await sql<Row>`
    select v.device_key as "deviceKey", v.registration_id as id, v.from_at as "fromAt", v.until_at as "untilAt",
      v.time_zone as "timeZone", z.pieces,
      case when o.time_zone is not null then
        jsonb_build_object('timeZone', o.time_zone, 'before', o.before, 'fromAt', o.from_at) end as zone
    from v_registered_devices v
    left join counter_zones z on z.site_id = v.site_id and z.registration_id = v.registration_id
    left join reporting_zones o on o.site_id = v.site_id and o.organization_id = v.organization_id
    where v.site_id = ${site.id} and v.device_key = any(${[...deviceKeys]}::bigint[]) order by v.from_at`.execute(tx);
  const spans = rows.map((row) => ({ row, zones: zonesOf(row, site, now) }));
  const changed = spans.filter(({ row, zones }) => zones !== row.pieces);
  if (changed.length > 0)
    await sql`
      insert into counter_zones (site_id, registration_id, device_key, pieces)
      select ${site.id}, * from unnest(${changed.map(({ row }) => row.id)}::uuid[], ${changed.map(({ row }) => row.deviceKey)}::bigint[],
        ${changed.map(({ zones }) => JSON.stringify(zones))}::jsonb[])
      on conflict (site_id, registration_id) do update set pieces = excluded.pieces`.execute(tx);
  const found = new Map<number, Span[]>();
  for (const { row, zones } of spans) {
    const own = found.get(row.deviceKey) ?? [];
    own.push({
      id: row.id,
      fromMs: row.fromAt.getTime(),
      untilMs: row.untilAt ? row.untilAt.getTime() : Infinity,
      zones,
    });
    found.set(row.deviceKey, own);
  }
  return found;
}

function zonesOf({ timeZone, pieces, zone }: Row, site: Site, now: Date): ZonePiece[] {
  const own = zone && { ...zone, fromAt: new Date(zone.fromAt) };
  const wanted = timeZone || own?.timeZone || site.timeZone;
  const last = pieces?.at(-1);
  if (!pieces || !last) return timeZone ? [{ fromMs: 0, timeZone }] : piecesOf(site, own);
  return last.timeZone === wanted ? pieces : withZone(pieces, wanted, now);
}
