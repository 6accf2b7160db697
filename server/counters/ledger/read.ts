import { sql } from 'kysely';
import type { Entry, EntryCause } from '../../../domain/counters/entries.ts';
import { canCarryOn, type Start } from '../../../domain/counters/table.ts';
import type { Tx } from '../../kernel/database.ts';

/** As much of a device's ledger as its days and months have to be made of, and from where: a stand, or the base of what is kept. */
export type DeviceLedger = { deviceKey: number; start: Start | null; baseMs: number | null; entries: Entry[] };

type Wanted = { deviceKey: number; stand: Start | null; entries: readonly { timeMs: number }[] };

/** `-infinity` for those of which everything kept is needed: something came for a time before that from which a table is carried on. */
export async function readLedgers(tx: Tx, wanted: readonly Wanted[]): Promise<DeviceLedger[]> {
  const carried = wanted.map(({ deviceKey, stand, entries }) => ({
    deviceKey,
    start: canCarryOn(
      stand,
      entries.map(({ timeMs }) => timeMs),
    )
      ? stand
      : null,
  }));
  const { rows } = await sql<{
    deviceKey: number;
    number: number;
    at: Date;
    cause: EntryCause;
    values: (number | null)[];
    facts: { start?: Start } | null;
  }>`
    select e.device_key as "deviceKey", e.id as number, e.at, e.cause, e.counted::float8[] as values,
      case when e.cause = 'base' then e.facts end as facts
    from unnest(${carried.map(({ deviceKey }) => deviceKey)}::bigint[],
      ${carried.map(({ start }) => (start ? new Date(start.atMs).toISOString() : '-infinity'))}::timestamptz[]) as w(device_key, from_at)
    join counter_entries e on e.device_key = w.device_key and e.at >= w.from_at
    order by e.device_key, e.at, e.id`.execute(tx);
  const found = Map.groupBy(rows, ({ deviceKey }) => deviceKey);
  return carried.map(({ deviceKey, start }) => {
    const own = found.get(deviceKey) ?? [];
    const base = own.findLast(({ cause }) => cause === 'base')?.facts?.start ?? null;
    const from = start ?? base;
    const entries = own.map(({ number, at, cause, values }) => ({ number, timeMs: at.getTime(), cause, values }));
    const baseMs = start ? null : (base?.atMs ?? null);
    return {
      deviceKey,
      start: from,
      baseMs,
      entries: from ? entries.filter(({ timeMs }) => timeMs >= from.atMs) : entries,
    };
  });
}
