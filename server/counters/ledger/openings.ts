import { sql } from 'kysely';
import type { Span, Table } from '../../../domain/counters/table.ts';
import type { Tx } from '../../kernel/database.ts';
import type { NewEntry } from './post.ts';

type Derived = { deviceKey: number; table: Table; spans: readonly Span[]; receivedAt: Date };
type Opening = { derived: Derived; span: Span; values: (number | null)[] };

/**
 * The opening entries of spans in which a device has counted and which have none, or another one by now: the last counter reading
 * of whoever had it before (decisions.md "Who may see what"). They tell the owner from where its usage counts.
 */
export async function openingsOf(
  tx: Tx,
  all: readonly Derived[],
  byDevice: ReadonlyMap<number, readonly NewEntry[]>,
): Promise<NewEntry[]> {
  const wanted = all.flatMap((derived) =>
    derived.spans.flatMap((span) => {
      const values = openingOf(derived.table, span);
      return values ? [{ derived, span, values }] : [];
    }),
  );
  if (wanted.length === 0) return [];
  const known = await findOpenings(tx, wanted);
  return wanted.flatMap(({ derived, span, values }) => {
    const { deviceKey, receivedAt } = derived;
    const before = known.get(`${deviceKey} ${span.fromMs}`);
    const merged = values.map((value, ordinal) => value ?? before?.[ordinal] ?? null);
    if (before && merged.every((value, ordinal) => value === (before[ordinal] ?? null))) return [];
    const model = byDevice.get(deviceKey)?.[0]?.model ?? '';
    return [{ deviceKey, model, timeMs: span.fromMs, cause: 'opening', values: merged, facts: null, receivedAt }];
  });
}

/** What each counter stood at when the span began, of those that were read in it and before. */
function openingOf({ steps }: Table, { fromMs, untilMs }: Span): (number | null)[] | null {
  const values = steps.map((own) => {
    const first = own.find((step) => step.timeMs >= fromMs && step.timeMs < untilMs && step.cause !== 'glitch');
    if (!first || first.fromMs === null || first.fromMs >= fromMs) return null;
    return first.cause === 'next' ? first.value - first.usage : first.dropped;
  });
  return values.some((value) => value !== null) ? values : null;
}

async function findOpenings(
  tx: Tx,
  wanted: readonly Opening[],
): Promise<ReadonlyMap<string, readonly (number | null)[]>> {
  const { rows } = await sql<{ deviceKey: number; at: Date; values: (number | null)[] }>`
    select distinct on (device_key, at) device_key as "deviceKey", at, counted::float8[] as values from counter_entries
    where cause = 'opening' and device_key = any(${wanted.map(({ derived }) => derived.deviceKey)}::bigint[])
    order by device_key, at, id desc`.execute(tx);
  return new Map(rows.map(({ deviceKey, at, values }) => [`${deviceKey} ${at.getTime()}`, values]));
}
