import { sql } from 'kysely';
import type { Adjustment, Closed } from '../../../domain/counters/closing.ts';
import type { Row, Start } from '../../../domain/counters/table.ts';
import type { Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import type { KeptRow, NewEntry } from './post.ts';

const arrayOf = (list: readonly (number | null)[]) => `{${list.map((one) => one ?? 'NULL').join()}}`;
const firstDay = (month: string) => `${month}-01`;

/** Takes hold of what is known of these devices, in one order, so that no two transactions wait for each other. */
export async function holdStands(tx: Tx, deviceKeys: readonly number[]): Promise<ReadonlyMap<number, Start>> {
  await sql`
    insert into counter_stands (device_key) select * from unnest(${[...deviceKeys]}::bigint[])
    on conflict do nothing`.execute(tx);
  const { rows } = await sql<{ deviceKey: number; start: Start | null }>`
    select device_key as "deviceKey", start from counter_stands where device_key = any(${[...deviceKeys]}::bigint[])
    order by device_key for update`.execute(tx);
  return new Map(rows.flatMap(({ deviceKey, start }) => (start ? [[deviceKey, start] as const] : [])));
}

export async function writeEntries(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await sql`
    insert into counter_entries (device_key, at, cause, counted, facts, received_at)
    select k, a, c, v::bigint[], f, r from unnest(${entries.map(({ deviceKey }) => deviceKey)}::bigint[],
      ${entries.map(({ timeMs }) => new Date(timeMs).toISOString())}::timestamptz[], ${entries.map(({ cause }) => cause)}::text[],
      ${entries.map(({ values }) => arrayOf(values))}::text[], ${entries.map(({ facts }) => facts && JSON.stringify(facts))}::jsonb[],
      ${entries.map(({ receivedAt }) => receivedAt.toISOString())}::timestamptz[]) as i(k, a, c, v, f, r)`.execute(tx);
}

/** Days and months as they are now; one that says what is there already is not written again. */
export async function writeRows(tx: Tx, site: Site, of: 'day' | 'month', kept: readonly KeptRow[]): Promise<void> {
  if (kept.length === 0) return;
  const sorted = kept.toSorted((a, b) => a.deviceKey - b.deviceKey || (a.row.period < b.row.period ? -1 : 1));
  const rows = sorted.map(({ row }) => row);
  const table = sql.table(of === 'day' ? 'counter_days' : 'counter_months');
  const key = sql.ref(of);
  await sql`
    insert into ${table} as t (site_id, registration_id, ${key}, device_key, usage, lasts, marks)
    select ${site.id}, r, p, k, u::bigint[], l::bigint[], m::smallint[] from unnest(${rows.map(({ span }) => span)}::uuid[],
      ${rows.map(({ period }) => (of === 'day' ? period : firstDay(period)))}::date[], ${sorted.map(({ deviceKey }) => deviceKey)}::bigint[],
      ${rows.map(({ usage }) => arrayOf(usage))}::text[], ${rows.map(({ lasts }) => arrayOf(lasts))}::text[],
      ${rows.map(({ marks }) => (marks.some((mark) => mark !== 0) ? arrayOf(marks) : null))}::text[]) as i(r, p, k, u, l, m)
    on conflict (site_id, registration_id, ${key}) do update set usage = excluded.usage, lasts = excluded.lasts, marks = excluded.marks
    where (t.usage, t.lasts, t.marks) is distinct from (excluded.usage, excluded.lasts, excluded.marks)`.execute(tx);
}

/** What closed months were left with, and what was added since, by span and month. */
export async function findClosed(tx: Tx, site: Site, rows: readonly Row[]): Promise<ReadonlyMap<string, Closed>> {
  const { rows: found } = await sql<{
    span: string;
    month: string;
    usage: (number | null)[] | null;
    lines: (number | null)[][];
  }>`
    select w.r as span, w.m as month, c.usage::float8[] as usage,
      (select coalesce(jsonb_agg(to_jsonb(a.usage)), '[]') from counter_adjustments a
       where a.site_id = ${site.id} and a.registration_id = w.r and a.of_month = w.m) as lines
    from unnest(${rows.map(({ span }) => span)}::uuid[], ${rows.map(({ period }) => firstDay(period))}::date[]) as w(r, m)
    left join counter_months c on c.site_id = ${site.id} and c.registration_id = w.r and c.month = w.m`.execute(tx);
  return new Map(
    found.map(({ span, month, usage, lines }) => [`${span} ${month.slice(0, 7)}`, { usage, adjusted: sumOf(lines) }]),
  );
}

function sumOf(lines: readonly (readonly (number | null)[])[]): number[] {
  const length = lines.reduce((most, line) => Math.max(most, line.length), 0);
  return Array.from({ length }, (_, ordinal) => lines.reduce((sum, line) => sum + (line[ordinal] ?? 0), 0));
}

/** One line for each closed month and month of arrival: what comes later in the same month is added to it. */
export async function writeAdjustments(
  tx: Tx,
  site: Site,
  lines: readonly (Adjustment & { deviceKey: number })[],
  at: Date,
): Promise<void> {
  for (const { span, ofMonth, inMonth, deviceKey, usage } of lines)
    await sql`
      insert into counter_adjustments as t (site_id, registration_id, of_month, in_month, device_key, usage, changed_at)
      values (${site.id}, ${span}, ${firstDay(ofMonth)}, ${firstDay(inMonth)}, ${deviceKey}, ${arrayOf(usage)}::bigint[], ${at})
      on conflict (site_id, registration_id, of_month, in_month) do update set changed_at = excluded.changed_at, usage = (
        select array_agg(nullif(coalesce(o, 0) + coalesce(n, 0), 0) order by place)
        from unnest(t.usage, excluded.usage) with ordinality as u(o, n, place))`.execute(tx);
}

type NextStand = { deviceKey: number; next: Start | null; entries: readonly NewEntry[] };

/** From where each device's tables are carried on. */
export async function writeStands(tx: Tx, stands: readonly NextStand[]): Promise<void> {
  const lastOf = (entries: readonly NewEntry[], of: (entry: NewEntry) => number) => {
    const times = entries.filter(({ cause }) => cause === 'reported').map(of);
    return times.length > 0 ? new Date(Math.max(...times)).toISOString() : null;
  };
  await sql`
    update counter_stands t set at = i.a, start = i.s,
      last_at = greatest(t.last_at, i.l), last_received_at = greatest(t.last_received_at, i.r)
    from unnest(${stands.map(({ deviceKey }) => deviceKey)}::bigint[],
      ${stands.map(({ next }) => next && new Date(next.atMs).toISOString())}::timestamptz[],
      ${stands.map(({ next }) => next && JSON.stringify(next))}::jsonb[],
      ${stands.map(({ entries }) => lastOf(entries, ({ timeMs }) => timeMs))}::timestamptz[],
      ${stands.map(({ entries }) => lastOf(entries, ({ receivedAt }) => receivedAt.getTime()))}::timestamptz[]) as i(k, a, s, l, r)
    where t.device_key = i.k`.execute(tx);
}
