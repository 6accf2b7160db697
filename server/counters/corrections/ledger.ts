import { sql } from 'kysely';
import type { z } from 'zod';
import { readEntries, type Entry, type EntryCause } from '../../../domain/counters/entries.ts';
import { stepsOf } from '../../../domain/counters/steps.ts';
import { reachableDevice } from '../../kernel/access.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Scope } from '../../kernel/session.ts';
import { countersOf } from '../ledger/models.ts';
import type { entry } from '../schemas.ts';

export const entriesMax = 1_000;
const besideMs = 2 * 86_400_000;

type Row = {
  number: number;
  at: Date;
  receivedAt: Date;
  cause: EntryCause;
  values: (number | null)[];
  reason: string | null;
  model: string;
  shown: boolean;
};
type Span = { deviceId: string; from: Date; until: Date };

/** What stands in a device's ledger for its time with owners that the caller may read, in the order of time; null without such a device. */
export async function ledgerOf(
  app: App,
  site: Site,
  scope: Scope,
  { deviceId, from, until }: Span,
): Promise<z.infer<typeof entry>[] | null> {
  const place = { organization: 'v.organization_id', registration: 'v.registration_id' } as const;
  const spans = sql`
    select v.device_key, v.model, v.from_at, v.until_at from v_registered_devices v
    where v.site_id = ${scope.siteId} and v.device_id = ${deviceId} and ${reachableDevice(scope, 'read', place)}`;
  const known = await sql<{ model: string }>`${spans} limit 1`.execute(app.db);
  const [device] = known.rows;
  if (!device) return null;
  // Readings around what is shown decide which falls are glitches.
  const { rows } = await sql<Row>`
    select e.id as number, e.at, e.received_at as "receivedAt", e.cause, e.counted::float8[] as values,
      e.facts ->> 'reason' as reason, e.at >= ${from} and e.at < ${until} as shown
    from (${spans}) v join counter_entries e on e.device_key = v.device_key and e.cause <> 'base'
      and e.at >= v.from_at and e.at < coalesce(v.until_at, 'infinity')
    where e.at >= ${new Date(from.getTime() - besideMs)} and e.at < ${new Date(until.getTime() + besideMs)}
    order by e.at, e.id limit ${entriesMax}`.execute(app.db);
  const { ordinals } = countersOf(site, device.model);
  const codes = [...ordinals.keys()];
  const glitches = glitchesIn(rows, codes.length);
  return rows
    .filter(({ shown }) => shown)
    .map(({ at, receivedAt, cause, values, reason }) => ({
      at: at.toISOString(),
      receivedAt: receivedAt.toISOString(),
      cause,
      values: Object.fromEntries(
        values.flatMap((value, ordinal) => (value === null ? [] : [[codes[ordinal] ?? '', value] as const])),
      ),
      glitches: cause === 'reported' ? (glitches.get(at.getTime()) ?? []).map((ordinal) => codes[ordinal] ?? '') : [],
      reason,
    }));
}

function glitchesIn(rows: readonly Row[], counters: number): ReadonlyMap<number, number[]> {
  const entries = rows.map(({ number, at, cause, values }): Entry => ({ number, timeMs: at.getTime(), cause, values }));
  const { readings, said } = readEntries(entries);
  const found = new Map<number, number[]>();
  for (let ordinal = 0; ordinal < counters; ordinal += 1) {
    const samples = readings.flatMap(({ timeMs, values }) => {
      const value = values[ordinal] ?? null;
      return value === null ? [] : [{ timeMs, value }];
    });
    for (const { timeMs, cause } of stepsOf(samples, said, null))
      if (cause === 'glitch') found.set(timeMs, [...(found.get(timeMs) ?? []), ordinal]);
  }
  return found;
}
