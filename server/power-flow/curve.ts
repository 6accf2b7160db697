import { sql } from 'kysely';
import { addDays } from '../../domain/power-flow/span.ts';
import { startOfDay } from '../../domain/site/civil-time.ts';
import type { Database } from '../kernel/database.ts';
import type { FlowDevice } from './device.ts';
import { measuredAt, within } from './samples.ts';

export const stepMs = 5 * 60_000;

/** Mean powers of five minutes in W, in the order of `flows`; null where there is no value, and for flows that are not measured. */
export type CurvePoint = { at: Date; watts: readonly (number | null)[] };

/**
 * The curve of some time, in steps of five minutes; a step without any value is left out. Days that were rolled up come from their minutes, the
 * others from their messages.
 */
export async function readCurve(db: Database, device: FlowDevice, from: Date, until: Date): Promise<CurvePoint[]> {
  const rolled = await rolledUntil(db, device);
  const parts = [
    ...(rolled && rolled > from ? [await curveOf(db, device, 'minutes', from, rolled < until ? rolled : until)] : []),
    ...(!rolled || rolled < until
      ? [await curveOf(db, device, 'messages', rolled && rolled > from ? rolled : from, until)]
      : []),
  ];
  return parts.flat();
}

/** Up to when all is in minutes. */
async function rolledUntil(db: Database, { siteId, registrationId, timeZone }: FlowDevice): Promise<Date | null> {
  const { rows } = await sql<{ day: string | null }>`
    select max(day) as day from power_flow_days
    where site_id = ${siteId} and registration_id = ${registrationId} and whole`.execute(db);
  const day = rows[0]?.day;
  return day ? startOfDay(addDays(day, 1), timeZone) : null;
}

async function curveOf(
  db: Database,
  device: FlowDevice,
  of: 'minutes' | 'messages',
  from: Date,
  until: Date,
): Promise<CurvePoint[]> {
  const storePowers = new Set(Object.values(device.places.stores).map(({ power }) => power));
  const means = device.sources.flatMap((source) => {
    if (!source) return [];
    const value = of === 'minutes' ? sql`v.means[${source.power + 1}]` : measuredAt(source.power);
    // Only stores go both ways; nothing else is ever below zero.
    if (!storePowers.has(source.power)) return [sql`avg(${value})`];
    return [sql`avg(case when ${value} * ${source.sign} < 0 then 0 else ${value} * ${source.sign} end)`];
  });
  const table = of === 'minutes' ? sql`v_reading_minutes` : sql`v_readings`;
  const { rows } = await sql<{ at: Date; means: (number | null)[] }>`
    select date_bin('5 minutes', v.at, 'epoch'::timestamptz) as at, array[${sql.join(means)}]::float8[] as means
    from ${table} v where ${within(device, from, until)} group by 1 order by 1`.execute(db);
  return rows.map(({ at, means: found }) => {
    let next = 0;
    return {
      at,
      watts: device.sources.map((source) => (source ? (found[next++] ?? null) : null)),
    };
  });
}
