import { sql } from 'kysely';
import { addDays, dayAt, type ZonePiece } from '../../../domain/counters/civil.ts';
import type { Span } from '../../../domain/counters/table.ts';
import { instantOfCivil } from '../../../domain/site/civil-time.ts';
import type { Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';

type Row = {
  deviceKey: number;
  id: string;
  fromAt: Date;
  untilAt: Date | null;
  timeZone: string;
  pieces: ZonePiece[] | null;
};

/**
 * Whose each device was when, and where its days are cut: in the installation's zone where it has one, else in the site's. The zone is kept
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
      v.time_zone as "timeZone", z.pieces
    from v_registered_devices v
    left join counter_zones z on z.site_id = v.site_id and z.registration_id = v.registration_id
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

function zonesOf({ timeZone, pieces }: Row, site: Site, now: Date): ZonePiece[] {
  const wanted = timeZone || site.timeZone;
  const last = pieces?.at(-1);
  if (!pieces || !last) return [{ fromMs: 0, timeZone: wanted }];
  return last.timeZone === wanted ? pieces : [...pieces, { fromMs: nextMidnight(pieces, now), timeZone: wanted }];
}

function nextMidnight(pieces: readonly ZonePiece[], now: Date): number {
  const tomorrow = addDays(dayAt(pieces, now.getTime()), 1);
  const start = instantOfCivil(`${tomorrow}T00:00`, pieces.at(-1)?.timeZone ?? 'UTC');
  return start.ok ? start.value.getTime() : now.getTime();
}
