import { sql, type RawBuilder } from 'kysely';
import type { FlowSource } from '../../domain/power-flow/places.ts';
import type { Sample } from '../../domain/power-flow/flow-energy.ts';
import type { Database, Tx } from '../kernel/database.ts';
import type { FlowDevice } from './device.ts';

/** That a row `v` of readings belongs to this span of a device and to this time. */
export function within(
  { siteId, registrationId }: Pick<FlowDevice, 'siteId' | 'registrationId'>,
  from: Date,
  until: Date,
): RawBuilder<boolean> {
  return sql`v.site_id = ${siteId} and v.registration_id = ${registrationId} and v.at >= ${from} and v.at < ${until}`;
}

/** What a message says of a metric; nothing where it cannot be so. */
export function measuredAt(ordinal: number): RawBuilder<number | null> {
  return sql`case when v.marks @> array[${ordinal}]::smallint[] then null else v.measured[${ordinal + 1}] end`;
}

function ordinalsOf(sources: readonly (FlowSource | null)[]): { powers: number[]; counters: number[] } {
  const there = sources.filter((source) => source !== null);
  const numbers = (some: readonly (number | null)[]) => [...new Set(some.filter((one) => one !== null))];
  return { powers: numbers(there.map(({ power }) => power)), counters: numbers(there.map(({ energy }) => energy)) };
}

/** The messages of some time as minutes: means of powers, and what counters said last. */
export async function readSamples(tx: Database | Tx, device: FlowDevice, from: Date, until: Date): Promise<Sample[]> {
  const { powers, counters } = ordinalsOf(device.sources);
  const wanted = [
    ...powers.map((at) => sql`avg(${measuredAt(at)})`),
    ...counters.map(
      (at) => sql`(array_agg(${measuredAt(at)} order by v.at desc) filter (where ${measuredAt(at)} is not null))[1]`,
    ),
  ];
  const { rows } = await sql<{ at: Date; values: (number | null)[] }>`
    select date_bin('1 minute', v.at, 'epoch'::timestamptz) as at, array[${sql.join(wanted)}]::float8[] as values
    from v_readings v where ${within(device, from, until)} group by 1 order by 1`.execute(tx);
  return rows.map(({ at, values }) => {
    const means: (number | null)[] = [];
    const lasts: (number | null)[] = [];
    powers.forEach((ordinal, index) => {
      means[ordinal] = values[index] ?? null;
    });
    counters.forEach((ordinal, index) => {
      lasts[ordinal] = values[powers.length + index] ?? null;
    });
    return { timeMs: at.getTime(), means, lasts };
  });
}
