import { sql } from 'kysely';
import { readEntries } from '../../domain/counters/entries.ts';
import { tableOf, type Row, type Span } from '../../domain/counters/table.ts';
import type { App } from '../../server/kernel/app.ts';
import { codes, entriesOf, type Plan } from './reporting.ts';

export type KeptRow = { period: string; usage: (number | null)[]; lasts: (number | null)[]; marks: number[] | null };
export type KeptEntry = { atMs: number; cause: string; values: readonly (number | null)[] };
export type Evidence = {
  plan: Plan;
  span: Span;
  days: readonly KeptRow[];
  months: readonly KeptRow[];
  entries: readonly KeptEntry[];
};

/** Holds what is kept of a printer against what follows from all that it was told is stored; each sentence is a fault. */
export function findFaults({ plan, span, days, months, entries }: Evidence): string[] {
  const name = `printer ${plan.device}`;
  const expected = entriesOf(plan);
  const table = tableOf({ counters: codes.length, ...readEntries(expected), spans: [span] }, null);
  return [
    ...differencesOf(`${name}, days`, table.days, days),
    ...differencesOf(`${name}, months`, table.months, months),
    ...missingIn(
      name,
      expected.map(({ timeMs, cause, values }) => textOf({ atMs: timeMs, cause, values })),
      entries,
    ),
    ...addedUp(name, days, months),
  ];
}

const figuresOf = ({
  usage,
  lasts,
  marks,
}: {
  usage: readonly (number | null)[];
  lasts: readonly (number | null)[];
  marks: readonly number[] | null;
}) => JSON.stringify(codes.map((_, at) => [usage[at] ?? null, lasts[at] ?? null, marks?.[at] ?? 0]));

function differencesOf(what: string, expected: readonly Row[], kept: readonly KeptRow[]): string[] {
  const found = new Map(kept.map((row) => [row.period, row]));
  const faults: string[] = [];
  for (const row of expected) {
    const own = found.get(row.period);
    found.delete(row.period);
    if (!own) faults.push(`${what}: ${row.period} is missing`);
    else if (figuresOf(own) !== figuresOf(row))
      faults.push(`${what}: ${row.period} says ${figuresOf(own)} and not ${figuresOf(row)}`);
  }
  for (const period of found.keys()) faults.push(`${what}: there is something of ${period} that nobody sent`);
  return faults;
}

const textOf = ({ atMs, cause, values }: KeptEntry) => `${atMs} ${cause} ${values.map((value) => value ?? '-').join()}`;

/** Each message stands there once, also one that came twice, and nothing that nobody sent. */
function missingIn(name: string, sent: readonly string[], entries: readonly KeptEntry[]): string[] {
  const kept = Map.groupBy(entries.map(textOf), (one) => one);
  const known = new Set(sent);
  return [
    ...sent
      .filter((one) => kept.get(one)?.length !== 1)
      .map((one) => `${name}: the entry ${one} is there ${kept.get(one)?.length ?? 0} times`),
    ...[...kept.keys()].filter((one) => !known.has(one)).map((one) => `${name}: the entry ${one} was never sent`),
  ];
}

/** Days add up to their months (decisions.md "Counters"). */
function addedUp(name: string, days: readonly KeptRow[], months: readonly KeptRow[]): string[] {
  const sums = new Map<string, number>();
  for (const { period, usage } of days)
    sums.set(period.slice(0, 7), (sums.get(period.slice(0, 7)) ?? 0) + (usage[0] ?? 0));
  return months
    .filter(({ period, usage }) => sums.get(period.slice(0, 7)) !== usage[0])
    .map(
      ({ period, usage }) =>
        `${name}: the days of ${period} are ${sums.get(period.slice(0, 7))}, the month ${usage[0]}`,
    );
}

/** What the database holds of a printer. */
export async function readEvidence({ db }: App, deviceKey: number, timeZone: string, plan: Plan): Promise<Evidence> {
  const rowsOf = async (table: 'counter_days' | 'counter_months', key: 'day' | 'month') => {
    const length = key === 'day' ? 10 : 7;
    const { rows } = await sql<KeptRow>`
      select left(${sql.ref(key)}::text, ${length}) as period, usage::float8[] as usage, lasts::float8[] as lasts, marks::float8[] as marks
      from ${sql.table(table)} where device_key = ${deviceKey} order by 1`.execute(db);
    return rows;
  };
  const { rows: entries } = await sql<{ at: Date; cause: string; values: (number | null)[] }>`
    select at, cause, counted::float8[] as values from counter_entries where device_key = ${deviceKey} order by at`.execute(
    db,
  );
  const { rows: spans } = await sql<{ id: string; from: Date }>`
    select registration_id::text as id, from_at as "from" from v_registered_devices where device_key = ${deviceKey}`.execute(
    db,
  );
  const [span] = spans;
  if (!span) throw new Error(`printer ${plan.device} is nobody's`);
  return {
    plan,
    span: { id: span.id, fromMs: span.from.getTime(), untilMs: Infinity, zones: [{ fromMs: 0, timeZone }] },
    days: await rowsOf('counter_days', 'day'),
    months: await rowsOf('counter_months', 'month'),
    entries: entries.map(({ at, cause, values }) => ({ atMs: at.getTime(), cause, values })),
  };
}
