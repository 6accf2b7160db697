import { sql } from 'kysely';
import type { Adjustment, Closed } from '../../../domain/counters/closing.ts';
import type { Entry, EntryCause } from '../../../domain/counters/entries.ts';
import type { Row, Start } from '../../../domain/counters/table.ts';
import { departmentsPerDeviceMax } from '../../../domain/departments/department.ts';
import type { Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';

/** A department of a device; what the device says of all its counters has none. */
export type Place = { deviceKey: number; department: string };
export type DepartmentEntry = Place & {
  timeMs: number;
  cause: EntryCause;
  values: readonly (number | null)[];
  facts: Record<string, unknown> | null;
  receivedAt: Date;
};
export type KeptRow = Place & { row: Row };

export const wholeDevice = '';
export const keyOf = ({ deviceKey, department }: Place) => `${deviceKey} ${department}`;
const arrayOf = (list: readonly (number | null)[]) => `{${list.map((one) => one ?? 'NULL').join()}}`;
const firstDay = (month: string) => `${month}-01`;
const keysOf = (some: readonly Place[]) => some.map(({ deviceKey }) => deviceKey);
const namesOf = (some: readonly Place[]) => some.map(({ department }) => department);

/** Takes hold of devices with all their departments, in one order; then knows those that are new, as far as a device may have them. */
export async function holdPlaces(
  tx: Tx,
  places: readonly Place[],
): Promise<ReadonlyMap<string, Place & { start: Start | null }>> {
  const deviceKeys = [...new Set(keysOf(places))].toSorted((a, b) => a - b);
  await sql`
    insert into department_stands (device_key, department) select k, ${wholeDevice} from unnest(${deviceKeys}::bigint[]) as i(k)
    on conflict do nothing`.execute(tx);
  await sql`
    select 1 from department_stands where device_key = any(${deviceKeys}::bigint[]) and department = ${wholeDevice}
    order by device_key for update`.execute(tx);
  await sql`
    insert into department_stands (device_key, department)
    select k, d from (
      select i.k, i.d, row_number() over (partition by i.k order by i.place)
        + (select count(*) from department_stands s where s.device_key = i.k and s.department <> ${wholeDevice}) as number
      from unnest(${keysOf(places)}::bigint[], ${namesOf(places)}::text[]) with ordinality as i(k, d, place)
      where not exists (select from department_stands s where s.device_key = i.k and s.department = i.d)) fresh
    where number <= ${departmentsPerDeviceMax}
    on conflict do nothing`.execute(tx);
  const { rows } = await sql<Place & { start: Start | null }>`
    select device_key as "deviceKey", department, start from department_stands where device_key = any(${deviceKeys}::bigint[])`.execute(
    tx,
  );
  return new Map(rows.map((row) => [keyOf(row), row]));
}

export async function writeEntries(tx: Tx, entries: readonly DepartmentEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await sql`
    insert into department_entries (device_key, department, at, cause, counted, facts, received_at)
    select k, d, a, c, v::bigint[], f, r from unnest(${keysOf(entries)}::bigint[], ${namesOf(entries)}::text[],
      ${entries.map(({ timeMs }) => new Date(timeMs).toISOString())}::timestamptz[], ${entries.map(({ cause }) => cause)}::text[],
      ${entries.map(({ values }) => arrayOf(values))}::text[], ${entries.map(({ facts }) => facts && JSON.stringify(facts))}::jsonb[],
      ${entries.map(({ receivedAt }) => receivedAt.toISOString())}::timestamptz[]) as i(k, d, a, c, v, f, r)`.execute(
    tx,
  );
}

/** As much of each department's ledger as its months have to be made of, and from where. */
export type Ledger = Place & { start: Start | null; baseMs: number | null; entries: Entry[] };

/** With what the device said of all its counters; without `from` everything that is kept, from its base on. */
export async function readLedgers(tx: Tx, wanted: readonly (Place & { from: Start | null })[]): Promise<Ledger[]> {
  const { rows } = await sql<
    Place & { number: number; at: Date; cause: EntryCause; values: (number | null)[]; facts: { start?: Start } | null }
  >`
    select e.device_key as "deviceKey", w.department, e.id as number, e.at, e.cause, e.counted::float8[] as values,
      case when e.cause = 'base' then e.facts end as facts
    from unnest(${keysOf(wanted)}::bigint[], ${namesOf(wanted)}::text[],
      ${wanted.map(({ from }) => (from ? new Date(from.atMs).toISOString() : '-infinity'))}::timestamptz[]) as w(device_key, department, from_at)
    join department_entries e on e.device_key = w.device_key and e.department in (w.department, ${wholeDevice}) and e.at >= w.from_at
    order by e.device_key, e.at, e.id`.execute(tx);
  const found = Map.groupBy(rows, keyOf);
  return wanted.map(({ from, ...place }) => {
    const own = found.get(keyOf(place)) ?? [];
    const base = own.findLast(({ cause }) => cause === 'base')?.facts?.start ?? null;
    const start = from ?? base;
    const entries = own.map(({ number, at, cause, values }) => ({ number, timeMs: at.getTime(), cause, values }));
    return {
      ...place,
      start,
      baseMs: from ? null : (base?.atMs ?? null),
      entries: start ? entries.filter(({ timeMs }) => timeMs >= start.atMs) : entries,
    };
  });
}

/** Months as they are now; one that says what is there already is not written again. */
export async function writeMonths(tx: Tx, site: Site, kept: readonly KeptRow[]): Promise<void> {
  if (kept.length === 0) return;
  const rows = kept.map(({ row }) => row);
  await sql`
    insert into department_months as t (site_id, registration_id, department, month, device_key, usage, lasts, marks)
    select ${site.id}, r, d, p, k, u::bigint[], l::bigint[], m::smallint[] from unnest(${rows.map(({ span }) => span)}::uuid[],
      ${namesOf(kept)}::text[], ${rows.map(({ period }) => firstDay(period))}::date[], ${keysOf(kept)}::bigint[],
      ${rows.map(({ usage }) => arrayOf(usage))}::text[], ${rows.map(({ lasts }) => arrayOf(lasts))}::text[],
      ${rows.map(({ marks }) => (marks.some((mark) => mark !== 0) ? arrayOf(marks) : null))}::text[]) as i(r, d, p, k, u, l, m)
    on conflict (site_id, registration_id, department, month) do update set usage = excluded.usage, lasts = excluded.lasts, marks = excluded.marks
    where (t.usage, t.lasts, t.marks) is distinct from (excluded.usage, excluded.lasts, excluded.marks)`.execute(tx);
}

/** What a closed month of a department was left with, and what was added since. */
export async function findClosed(tx: Tx, site: Site, { department, row }: KeptRow): Promise<Closed> {
  const { rows } = await sql<{ usage: (number | null)[] | null; lines: (number | null)[][] }>`
    select (select c.usage::float8[] from department_months c where c.site_id = ${site.id} and c.registration_id = ${row.span}
        and c.department = ${department} and c.month = ${firstDay(row.period)}) as usage,
      (select coalesce(jsonb_agg(to_jsonb(a.usage)), '[]') from department_adjustments a where a.site_id = ${site.id}
        and a.registration_id = ${row.span} and a.department = ${department} and a.of_month = ${firstDay(row.period)}) as lines`.execute(
    tx,
  );
  const { usage = null, lines = [] } = rows[0] ?? {};
  const length = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const adjusted = Array.from({ length }, (_, at) => lines.reduce((sum, line) => sum + (line[at] ?? 0), 0));
  return { usage, adjusted };
}

/** One line for each closed month and month of arrival: what comes later in the same month is added to it. */
export async function writeAdjustment(
  tx: Tx,
  site: Site,
  { deviceKey, department }: Place,
  line: Adjustment,
  at: Date,
): Promise<void> {
  await sql`
    insert into department_adjustments as t (site_id, registration_id, department, of_month, in_month, device_key, usage, changed_at)
    values (${site.id}, ${line.span}, ${department}, ${firstDay(line.ofMonth)}, ${firstDay(line.inMonth)}, ${deviceKey},
      ${arrayOf(line.usage)}::bigint[], ${at})
    on conflict (site_id, registration_id, department, of_month, in_month) do update set changed_at = excluded.changed_at, usage = (
      select array_agg(nullif(coalesce(o, 0) + coalesce(n, 0), 0) order by place)
      from unnest(t.usage, excluded.usage) with ordinality as u(o, n, place))`.execute(tx);
}

/** From where each table is carried on. */
export async function writeStands(tx: Tx, stands: readonly (Place & { next: Start | null })[]): Promise<void> {
  await sql`
    update department_stands t set start = i.s
    from unnest(${keysOf(stands)}::bigint[], ${namesOf(stands)}::text[],
      ${stands.map(({ next }) => next && JSON.stringify(next))}::jsonb[]) as i(k, d, s)
    where t.device_key = i.k and t.department = i.d`.execute(tx);
}
