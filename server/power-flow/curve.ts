import { sql, type RawBuilder } from 'kysely';
import { addDays } from '../../domain/power-flow/span.ts';
import { startOfDay } from '../../domain/site/civil-time.ts';
import type { FlowSource } from '../../domain/power-flow/places.ts';
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
  const there = device.sources.flatMap((source) => (source ? [source] : []));
  const powers = [...new Set(there.map(({ power }) => power))];
  const nameOf = (power: number) => sql.ref(`w${power}`);
  const values = powers.map(
    (power) => sql`${of === 'minutes' ? sql`v.means[${power + 1}]` : measuredAt(power)} as ${nameOf(power)}`,
  );
  const storePowers = new Set(Object.values(device.places.stores).map(({ power }) => power));
  // Only stores go both ways; nothing else is ever below zero.
  const means = new Map(
    there.map(({ power, sign }) => {
      const name = nameOf(power);
      const flowing = sql`case when ${name} ${sql.raw(sign > 0 ? '<' : '>')} 0 then 0 else ${name} end`;
      return storePowers.has(power) ? [`${power}`, meanOf(name, name)] : [`${power} ${sign}`, meanOf(flowing, name)];
    }),
  );
  const columns = [...means.keys()];
  const columnOf = ({ power, sign }: FlowSource) =>
    columns.indexOf(storePowers.has(power) ? `${power}` : `${power} ${sign}`);
  const table = of === 'minutes' ? sql`v_reading_minutes` : sql`v_readings`;
  const at = sql`(date_part('epoch', step) * 1000)::bigint::text`;
  const numbers = [at, ...[...means.values()].map((mean) => sql`coalesce(${mean}::text, 'null')`)];
  // Each value is taken out of its row once (offset 0); all comes as one text, as thousands of rows are slow to read.
  const { rows } = await sql<{ points: string | null }>`
    select string_agg(point, ',' order by step) as points from (
      select step, ${sql.join(numbers, sql` || ',' || `)} as point
      from (select date_bin('5 minutes', v.at, 'epoch'::timestamptz) as step, ${sql.join(values)}
        from ${table} v where ${within(device, from, until)} offset 0) v group by step) p`.execute(db);
  const places = device.sources.map((source) => source && { column: columnOf(source), sign: source.sign });
  return pointsOf(JSON.parse(`[${rows[0]?.points ?? ''}]`) as (number | null)[], columns.length).map((point) => ({
    at: new Date(point[0] ?? 0),
    watts: places.map((place) => {
      const mean = place ? (point[1 + place.column] ?? null) : null;
      return place && mean !== null ? mean * place.sign : null;
    }),
  }));
}

/** The time and so many means each. */
function pointsOf(numbers: readonly (number | null)[], columns: number): (number | null)[][] {
  const width = 1 + columns;
  return Array.from({ length: numbers.length / width }, (_, point) =>
    numbers.slice(point * width, (point + 1) * width),
  );
}

/** `avg` would keep squares as well, and a float8 is written with twice the digits that a meter knows. */
function meanOf(value: RawBuilder<unknown>, name: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(sum(${value}) / count(${name}))::real`;
}
