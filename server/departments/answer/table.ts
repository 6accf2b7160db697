import { sql } from 'kysely';
import { marksIn, type Mark } from '../../../domain/counters/marks.ts';
import type { CounterPlace } from '../../../domain/counters/places.ts';
import { catalogueFor } from '../../counters/answer/devices.ts';
import { sumOf } from '../../counters/answer/table.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Scope } from '../../kernel/session.ts';

/** Null is "-", as there is no reading. */
export type Figure = { value: number | null; marks: Mark[] };
/** What came after `ofMonth` was closed, in the month in which it came. */
export type Line = { ofMonth: string; inMonth: string; value: number | null };
export type DepartmentRow = {
  department: string;
  name: string;
  devices: number;
  figures: Figure[];
  adjustments: Line[];
  total: number | null;
};
export type DepartmentTable = {
  items: DepartmentRow[];
  totals: { figures: (number | null)[]; adjustments: Line[]; total: number | null };
};

type Cell = { department: string; month: string; value: number | null; mark: number | null };
type Late = { department: string; ofMonth: string; inMonth: string; value: number | null };

/** What an organization's devices counted by department in some months, its own spans alone; one ID is one department on all of its devices. */
export async function departmentTable(
  app: App,
  site: Site,
  scope: Scope,
  { months, place }: { months: readonly string[]; place: CounterPlace },
): Promise<DepartmentTable> {
  const [first, last] = [`${months[0]}-01`, `${months.at(-1)}-01`];
  const from = (table: string) => sql`
    from v_registered_devices v
    join (${catalogueFor(site, [place])}) c on c.model = v.model and c.o[1] is not null
    join ${sql.table(table)} m on m.site_id = v.site_id and m.registration_id = v.registration_id
    where v.site_id = ${scope.siteId} and v.organization_id = ${scope.organizationId}::uuid`;
  const { rows } = await sql<{
    cells: Cell[] | null;
    lines: Late[] | null;
    names: Record<string, string> | null;
    devices: Record<string, number> | null;
  }>`
    with cells as (
      select m.department, to_char(m.month, 'YYYY-MM') as month, sum(m.usage[c.o[1]])::float8 as value, bit_or(coalesce(m.marks[c.o[1]], 0)) as mark
      ${from('department_months')} and m.month between ${first}::date and ${last}::date group by 1, 2
    ), lines as (
      select m.department, to_char(m.of_month, 'YYYY-MM') as "ofMonth", to_char(m.in_month, 'YYYY-MM') as "inMonth",
        sum(m.usage[c.o[1]])::float8 as value
      ${from('department_adjustments')} and m.in_month between ${first}::date and ${last}::date group by 1, 2, 3
    ), devices as (
      select m.department, count(distinct v.device_id) as count
      ${from('department_months')} and m.month between ${first}::date and ${last}::date group by 1
    )
    select (select jsonb_agg(to_jsonb(cells)) from cells) as cells,
      (select jsonb_agg(to_jsonb(lines) order by "inMonth", "ofMonth") from lines where value is not null) as lines,
      (select jsonb_object_agg(department, count) from devices) as devices,
      (select jsonb_object_agg(n.department, n.name) from department_names n
       where n.site_id = ${scope.siteId} and n.organization_id = ${scope.organizationId}::uuid) as names`.execute(
    app.db,
  );
  const { cells, lines, names, devices } = rows[0] ?? { cells: null, lines: null, names: null, devices: null };
  // A department may be called as what every object has.
  const [named, counted] = [new Map(Object.entries(names ?? {})), new Map(Object.entries(devices ?? {}))];
  const byDepartment = Map.groupBy(cells ?? [], ({ department }) => department);
  const late = Map.groupBy(lines ?? [], ({ department }) => department);
  const all = [...new Set([...byDepartment.keys(), ...late.keys()])];
  const items = all.map((department): DepartmentRow => {
    const found = new Map((byDepartment.get(department) ?? []).map((cell) => [cell.month, cell]));
    const figures = months.map((month) => figureOf(found.get(month)));
    const adjustments = (late.get(department) ?? []).map(({ ofMonth, inMonth, value }) => ({
      ofMonth,
      inMonth,
      value,
    }));
    const total = sumOf([...figures, ...adjustments].map(({ value }) => value));
    return {
      department,
      name: named.get(department) ?? '',
      devices: counted.get(department) ?? 0,
      figures,
      adjustments,
      total,
    };
  });
  return { items, totals: totalsOf(months, items) };
}

function figureOf(cell: Cell | undefined): Figure {
  const value = cell?.value ?? null;
  return { value, marks: value === null ? [] : marksIn(cell?.mark ?? 0) };
}

/** "-" counts as nothing; all of them "-" gives "-" (C-05). */
function totalsOf(months: readonly string[], items: readonly DepartmentRow[]): DepartmentTable['totals'] {
  const figures = months.map((_, at) => sumOf(items.map((item) => item.figures[at]?.value ?? null)));
  const groups = Map.groupBy(
    items.flatMap(({ adjustments }) => adjustments),
    ({ inMonth, ofMonth }) => `${inMonth} ${ofMonth}`,
  );
  const adjustments = [...groups.values()].map((own) => ({
    ofMonth: own[0]?.ofMonth ?? '',
    inMonth: own[0]?.inMonth ?? '',
    value: sumOf(own.map(({ value }) => value)),
  }));
  const total = sumOf([...figures, ...adjustments.map(({ value }) => value)]);
  return {
    figures,
    adjustments: adjustments.toSorted((a, b) => (a.inMonth + a.ofMonth < b.inMonth + b.ofMonth ? -1 : 1)),
    total,
  };
}
