import { sql } from 'kysely';
import { warningsOf } from '../../../domain/counters/identities.ts';
import { marksIn } from '../../../domain/counters/marks.ts';
import { tabsOf, type CounterPlace, type CounterTab } from '../../../domain/counters/places.ts';
import { reachableDevice } from '../../kernel/access.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Scope } from '../../kernel/session.ts';
import { countedPlaces, countersOf, placesOf } from '../ledger/models.ts';
import { rowsOf } from './devices.ts';
import type { Question } from './question.ts';
import { sumOf, type Figure, type Line } from './table.ts';

type PeriodRow = { period: string; figures: Figure[] };
type TabAnswer = {
  tab: CounterTab;
  columns: CounterPlace[];
  /** Newest first. */
  rows: PeriodRow[];
  adjustments: Line[];
  total: (number | null)[] | null;
};
type Warned = { period: string; name: string; left: number; right: number };

/** What one device counted over periods, in all its tabs, as of one moment (C-06). */
export type DeviceAnswer = { serial: string; model: string; name: string; tabs: TabAnswer[]; warnings: Warned[] };

type Row = { period: string; usage: (number | null)[]; lasts: (number | null)[]; marks: (number | null)[] | null };
type Late = { of: string; in: string; usage: (number | null)[] };

/** Null where there is no such device that the caller may read. */
export async function deviceAnswer(
  app: App,
  site: Site,
  scope: Scope,
  deviceId: string,
  question: Question,
): Promise<DeviceAnswer | null> {
  const { rows, late, device } = await readFigures(app, scope, deviceId, question);
  if (!device) return null;
  const { catalogue } = countersOf(site, device.model);
  const byPeriod = Map.groupBy(rows, ({ period }) => period);
  const counted = countedPlaces(site, device.model);
  const tabs = tabsOf(counted).map((tab): TabAnswer => {
    const columns = placesOf(counted, tab);
    const ordinals = columns.map((place) => catalogue.get(place) ?? -1);
    const periodRows = question.periods.toReversed().map((period) => ({
      period,
      figures: columns.map((place, at) =>
        figureOf(question, place, ordinals[at] ?? -1, period, byPeriod.get(period) ?? []),
      ),
    }));
    const adjustments = late.map((line) => ({
      ofMonth: line.of.slice(0, 7),
      inMonth: line.in.slice(0, 7),
      values: ordinals.map((ordinal) => line.usage[ordinal] ?? null),
    }));
    const total = columns.map((_, at) =>
      sumOf([
        ...periodRows.map(({ figures }) => figures[at]?.value ?? null),
        ...adjustments.map(({ values }) => values[at] ?? null),
      ]),
    );
    return { tab, columns, rows: periodRows, adjustments, total: question.kind === 'usage' ? total : null };
  });
  return { ...device, tabs, warnings: warned(tabs) };
}

type Read = { rows: Row[]; late: Late[]; device: { serial: string; model: string; name: string } | null };

/** Of all spans of the device that the caller may read; the newest says how it is called. */
async function readFigures(app: App, scope: Scope, deviceId: string, question: Question): Promise<Read> {
  const { by, kind, periods } = question;
  const key = sql.ref(by === 'month' ? 'm.month' : 'm.day');
  const place = { organization: 'v.organization_id', registration: 'v.registration_id' } as const;
  const { rows } = await sql<Read>`
    with d as (
      select v.site_id, v.registration_id, v.from_at, v.serial, v.model from v_registered_devices v
      where v.site_id = ${scope.siteId} and v.device_id = ${deviceId} and ${reachableDevice(scope, 'read', place)}
    )
    select coalesce((select jsonb_agg(jsonb_build_object('period', left(${key}::text, ${by === 'month' ? 7 : 10}), 'usage', m.usage,
        'lasts', m.lasts, 'marks', m.marks) order by ${key}, d.from_at) from d ${rowsOf(question)}), '[]') as rows,
      coalesce((select jsonb_agg(jsonb_build_object('of', a.of_month, 'in', a.in_month, 'usage', a.usage) order by a.in_month, a.of_month)
        from d join counter_adjustments a on a.site_id = d.site_id and a.registration_id = d.registration_id
          and to_char(a.in_month, 'YYYY-MM') between ${periods[0]} and ${periods.at(-1)}
        where ${by === 'month' && kind === 'usage'}), '[]') as late,
      (select jsonb_build_object('serial', d.serial, 'model', d.model, 'name', coalesce(nullif(p.installation, ''), d.serial))
       from d join v_device_places p on p.site_id = d.site_id and p.registration_id = d.registration_id
       order by d.from_at desc limit 1) as device`.execute(app.db);
  return rows[0] ?? { rows: [], late: [], device: null };
}

/** The model of a device that the caller may read; null where there is none. */
export async function modelOf(db: App['db'], scope: Scope, deviceId: string): Promise<string | null> {
  const place = { organization: 'v.organization_id', registration: 'v.registration_id' } as const;
  const { rows } = await sql<{ model: string }>`
    select v.model from v_registered_devices v
    where v.site_id = ${scope.siteId} and v.device_id = ${deviceId} and ${reachableDevice(scope, 'read', place)} limit 1`.execute(
    db,
  );
  return rows[0]?.model ?? null;
}

/** A device that was the same owner's twice in one period has a row for each time. */
function figureOf(
  { by, kind, firstPaperDay }: Question,
  place: CounterPlace,
  ordinal: number,
  period: string,
  rows: readonly Row[],
): Figure {
  const kept = by === 'month' || !place.startsWith('paper') || period >= firstPaperDay;
  const own = kept ? rows.filter(({ lasts }) => (lasts[ordinal] ?? null) !== null) : [];
  if (kind === 'cumulative') return { value: own.at(-1)?.lasts[ordinal] ?? null, marks: [] };
  const marks = own.reduce((all, row) => all | (row.marks?.[ordinal] ?? 0), 0);
  return { value: sumOf(own.map(({ usage }) => usage[ordinal] ?? null)), marks: marksIn(marks) };
}

/** What does not add up in a period, over all tabs; shown, and nothing is done about it (C-08). */
function warned(tabs: readonly TabAnswer[]): Warned[] {
  const periods = tabs[0]?.rows.map(({ period }) => period) ?? [];
  return periods.flatMap((period, at) => {
    const values = Object.fromEntries(
      tabs.flatMap(({ columns, rows }) =>
        columns.map((place, column) => [place, rows[at]?.figures[column]?.value ?? null]),
      ),
    );
    return warningsOf(values).map((warning) => ({ period, ...warning }));
  });
}
