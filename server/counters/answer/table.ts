import { sql, type RawBuilder } from 'kysely';
import { bitOf, marksIn, type Mark } from '../../../domain/counters/marks.ts';
import type { CounterPlace } from '../../../domain/counters/places.ts';
import type { App, Site } from '../../kernel/app.ts';
import { offsetOf } from '../../kernel/http/list.ts';
import { outsideId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import { catalogueFor, devicesIn, ordinalsOf, rowsOf } from './devices.ts';
import type { DeviceFilter, Question } from './question.ts';

/** A figure: null is "-", as there is no reading. */
export type Figure = { value: number | null; marks: Mark[] };
/** What came after a month was closed, by what is counted. */
export type Line = { ofMonth: string; inMonth: string; values: (number | null)[] };

export type TableRow = {
  device: string;
  serial: string;
  model: string;
  type: string;
  name: string;
  building: string;
  place: string;
  group: { id: string; name: string } | null;
  /** By period, then by what is counted. */
  figures: Figure[][];
  adjustments: Line[];
  /** By what is counted, adjustments in it; null with the last readings. */
  total: (number | null)[] | null;
};

/** Usage of all devices on all pages. */
export type Totals = {
  figures: (number | null)[][];
  /** Whether a first value since installation is in a figure (C-08). */
  firsts: boolean[][];
  adjustments: Line[];
  total: (number | null)[];
};
export type DeviceTable = { items: TableRow[]; total: number; totals: Totals | null };

export type TableWish = {
  question: Question;
  places: readonly CounterPlace[];
  filter: DeviceFilter;
  sort: string | undefined;
  page: number;
  pageSize: number;
};

type Cell = { p: string; v: (number | null)[]; k: (number | null)[] };
type Adjusted = { of: string; in: string; v: (number | null)[] };
type Found = {
  registrationId: string;
  deviceId: string;
  serial: string;
  model: string;
  type: string;
  name: string;
  building: string;
  place: string;
  groupId: string | null;
  groupName: string | null;
  cells: Cell[] | null;
  lines: Adjusted[] | null;
};
type Answer = {
  total: number;
  items: Found[] | null;
  sums: { p: string; v: (number | null)[]; f: (boolean | null)[] }[] | null;
  lines: Adjusted[] | null;
};

/**
 * A page of devices in rows with what they counted in columns, and the totals of all of them over all pages (C-05, C-07). One statement:
 * everything in it is of one moment.
 */
export async function deviceTable(app: App, site: Site, scope: Scope, wish: TableWish): Promise<DeviceTable> {
  const { question, places, page, pageSize } = wish;
  const { by, kind } = question;
  const key = sql.ref(by === 'month' ? 'm.month' : 'm.day');
  const source = sql.ref(kind === 'usage' ? 'm.usage' : 'm.lasts');
  const each = (of: RawBuilder<unknown>, ordinals = sql`d.o`, wrap = (value: RawBuilder<unknown>) => value) =>
    sql.join(
      places.map((place, at) => wrap(sql`${shownOf(question, place, sql`${of}[${ordinals}[${sql.lit(at + 1)}]]`)}`)),
    );
  // Totals are summed as they lie, for each model: looking up where each device has what is counted took longer than the sums.
  const eachOrdinal = (of: (at: RawBuilder<unknown>) => RawBuilder<unknown>) =>
    sql.join(Array.from({ length: ordinalsOf(site, places) }, (_, ordinal) => of(sql`${sql.lit(ordinal + 1)}`)));
  const lateParts = sql.join(places.map((_, at) => sql`a.usage[d.o[${sql.lit(at + 1)}]]`));
  const order = orderOf(wish);
  const { rows } = await sql<Answer>`
    with d as materialized (
      select d.*, c.o from (${devicesIn(scope, wish.filter, question)}) d
      left join (${catalogueFor(site, places)}) c on c.model = d.model
    ), lines as materialized (
      select d.registration_id, a.of_month, a.in_month, array[${lateParts}]::float8[] as v
      from d join counter_adjustments a on a.site_id = d.site_id and a.registration_id = d.registration_id
        and a.in_month between ${firstOf(question)}::date and ${lastOf(question)}::date
      where ${by === 'month' && kind === 'usage'}
    ), by_model as (
      select ${key} as ${sql.ref(by)}, d.model, array[${eachOrdinal((at) => sql`sum(${source}[${at}])`)}] as v,
        array[${eachOrdinal((at) => sql`bool_or(m.marks[${at}] & ${sql.lit(bitOf('first'))} <> 0)`)}] as f
      from d ${rowsOf(question)} where ${kind === 'usage'} group by ${key}, d.model
    ), sums as (
      select ${key}::text as p, array[${each(sql`m.v`, sql`c.o`, (value) => sql`sum(${value})`)}]::float8[] as v,
        array[${each(sql`m.f`, sql`c.o`, (first) => sql`bool_or(${first})`)}] as f
      from by_model m join (${catalogueFor(site, places)}) c on c.model = m.model group by ${key}
    ), page as (
      select d.*, ${order.figure} as figure from d ${order.beside}
      order by ${order.by} limit ${pageSize} offset ${offsetOf({ page, pageSize })}
    ), items as (
      select row_number() over (order by ${order.by}) as at, d.registration_id as "registrationId", d.device_id as "deviceId", d.serial, d.model, d.type, d.name, d.building, d.place,
        d.group_id as "groupId", d.group_name as "groupName",
        (select jsonb_agg(jsonb_build_object('p', ${key}::text, 'v', array[${each(source)}], 'k', array[${each(sql.ref('m.marks'))}]))
         from (select 1) one ${rowsOf(question)}) as cells,
        (select jsonb_agg(jsonb_build_object('of', l.of_month, 'in', l.in_month, 'v', l.v) order by l.in_month, l.of_month)
         from lines l where l.registration_id = d.registration_id) as lines
      from page d
    )
    select (select count(*) from d) as total, (select jsonb_agg(to_jsonb(items) order by at) from items) as items,
      (select jsonb_agg(jsonb_build_object('p', p, 'v', v, 'f', f)) from sums) as sums,
      (select jsonb_agg(jsonb_build_object('of', of_month, 'in', in_month, 'v', v)) from lines) as lines`.execute(
    app.db,
  );
  const [answer] = rows;
  if (!answer) throw new Error('a statement without an answer');
  return {
    items: (answer.items ?? []).map((found) => presentRow(question, places, found)),
    total: answer.total,
    totals: kind === 'usage' ? totalsOf(question, places, answer) : null,
  };
}

/** Sizes of paper are kept by day for a shorter time: before, there is no figure. */
function shownOf(
  { by, firstPaperDay }: Question,
  place: CounterPlace,
  value: RawBuilder<unknown>,
): RawBuilder<unknown> {
  if (by === 'month' || !place.startsWith('paper')) return value;
  return sql`case when m.day >= ${firstPaperDay}::date then ${value} end`;
}

const firstOf = ({ by, periods }: Question) => (by === 'month' ? `${periods[0]}-01` : periods[0]);
const lastOf = ({ by, periods }: Question) => (by === 'month' ? `${periods.at(-1)}-01` : periods.at(-1));

const texts: Readonly<Record<string, string>> = {
  serial: 'd.serial',
  model: 'd.model',
  building: 'd.building',
  place: 'd.place',
  group: 'd.group_name',
};

/** `figure` is what `by` puts rows in order by before their names. */
type Order = { figure: RawBuilder<unknown>; by: RawBuilder<unknown>; beside: RawBuilder<unknown> };

/** The rows in the order asked for, else by name; what is empty comes last both ways. */
function orderOf({ sort = 'name', question, places }: TableWish): Order {
  const way = sql.raw(sort.startsWith('-') ? 'desc' : 'asc');
  const column = sort.replace(/^-/, '');
  const rest = sql`d.sorted, d.registration_id`;
  const byName = (by: RawBuilder<unknown>) => ({ figure: sql`null::text`, by, beside: sql`` });
  if (column === 'name') return byName(sql`d.sorted ${way}, d.registration_id`);
  const by = sql`figure ${way} nulls last, ${rest}`;
  const text = texts[column];
  if (text !== undefined)
    return { figure: sql`nullif(natural_order(${sql.ref(text)}), '') collate "C"`, by, beside: sql`` };
  const figure = sortedFigure(column, question, places);
  if (!figure) return byName(rest);
  return { figure: sql`b.v`, by, beside: sql`left join (${figure}) b on b.registration_id = d.registration_id` };
}

function sortedFigure(column: string, question: Question, places: readonly CounterPlace[]): RawBuilder<unknown> | null {
  const at = column === 'total' && places.length === 1 ? 0 : places.findIndex((place) => place === column);
  const period = question.periods.includes(column) ? column : null;
  if (at < 0 && period === null) return null;
  const source = sql.ref(question.kind === 'usage' ? 'm.usage' : 'm.lasts');
  const value = sql`${source}[d.o[${sql.lit(Math.max(at, 0) + 1)}]]`;
  const only = period === null ? question : { ...question, periods: [period] };
  if (question.kind === 'cumulative' || period !== null)
    return sql`select d.registration_id, max(${value}) as v from d ${rowsOf(only)} group by d.registration_id`;
  return sql`select registration_id, case when count(v) > 0 then sum(v) end as v from (
    select d.registration_id, ${value} as v from d ${rowsOf(only)}
    union all select l.registration_id, l.v[${sql.lit(at + 1)}]::bigint from lines l) f group by registration_id`;
}

const periodIn = ({ by }: Question, day: string) => (by === 'month' ? day.slice(0, 7) : day);

function presentRow(question: Question, places: readonly CounterPlace[], found: Found): TableRow {
  const { deviceId, serial, model, type, name, building, place, groupId, groupName } = found;
  const cells = new Map((found.cells ?? []).map((cell) => [periodIn(question, cell.p), cell]));
  const figures = question.periods.map((period) =>
    places.map((_, at): Figure => figureOf(question, cells.get(period), at)),
  );
  const adjustments = linesOf(found.lines);
  return {
    device: outsideId('device', deviceId),
    serial,
    model,
    type,
    name,
    building,
    place,
    group: groupId && groupName !== null ? { id: outsideId('deviceGroup', groupId), name: groupName } : null,
    figures,
    adjustments,
    total: question.kind === 'usage' ? places.map((_, at) => totalOf(figures, adjustments, at)) : null,
  };
}

function figureOf({ kind }: Question, cell: Cell | undefined, at: number): Figure {
  const value = cell?.v[at] ?? null;
  return { value, marks: value === null || kind === 'cumulative' ? [] : marksIn(cell?.k[at] ?? 0) };
}

function totalOf(figures: readonly (readonly Figure[])[], lines: readonly Line[], at: number): number | null {
  return sumOf([
    ...figures.map((period) => period[at]?.value ?? null),
    ...lines.map(({ values }) => values[at] ?? null),
  ]);
}

/** "-" counts as nothing; all of them "-" gives "-". */
export function sumOf(values: readonly (number | null)[]): number | null {
  const there = values.filter((value) => value !== null);
  return there.length > 0 ? there.reduce((sum, value) => sum + value, 0) : null;
}

function linesOf(lines: readonly Adjusted[] | null): Line[] {
  return (lines ?? []).map((line) => ({ ofMonth: line.of.slice(0, 7), inMonth: line.in.slice(0, 7), values: line.v }));
}

function totalsOf(question: Question, places: readonly CounterPlace[], { sums, lines }: Answer): Totals {
  const byPeriod = new Map((sums ?? []).map((sum) => [periodIn(question, sum.p), sum]));
  const figures = question.periods.map((period) => places.map((_, at) => byPeriod.get(period)?.v[at] ?? null));
  const firsts = question.periods.map((period) => places.map((_, at) => byPeriod.get(period)?.f[at] ?? false));
  const byMonths = Map.groupBy(linesOf(lines), ({ ofMonth, inMonth }) => `${inMonth} ${ofMonth}`);
  const adjustments = [...byMonths.values()]
    .map((own) => ({
      ofMonth: own[0]?.ofMonth ?? '',
      inMonth: own[0]?.inMonth ?? '',
      values: places.map((_, at) => sumOf(own.map(({ values }) => values[at] ?? null))),
    }))
    .toSorted((a, b) => (`${a.inMonth} ${a.ofMonth}` < `${b.inMonth} ${b.ofMonth}` ? -1 : 1));
  const total = places.map((_, at) =>
    sumOf([...figures.map((period) => period[at] ?? null), ...adjustments.map(({ values }) => values[at] ?? null)]),
  );
  return { figures, firsts, adjustments, total };
}
