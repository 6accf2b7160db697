import { placeOfSize } from '../../../domain/counters/paper-choice.ts';
import type { PaperSize } from '../../../domain/counters/places.ts';
import { displayedIn, others, othersOf, type Counts, type Part } from '../../../domain/counters/stacks.ts';
import type { Mark } from '../../../domain/counters/marks.ts';
import { directionOf } from '../../ui/data-table/list-state.ts';
import type { OfDevice } from '../requests.ts';
import type { Adjusted } from '../table/figure.tsx';

export type TabAnswer = OfDevice['tabs'][number];
export type Cell = { value: number | null; marks: readonly Mark[]; adjustments: readonly Adjusted[] };
export type PeriodRow = { period: string; counts: Counts; cells: ReadonlyMap<Part, Cell> };

/** A tab as it is shown: with the sizes of paper that are displayed, and with others where there are any. */
export type TabView = { columns: Part[]; rows: PeriodRow[]; total: ReadonlyMap<Part, number | null> | null };

/** Makes the columns and rows of one tab out of an answer (C-06, C-10); the rows in its order, the newest first. */
export function viewOf(tab: TabAnswer, sizes: readonly PaperSize[]): TabView {
  const displayed = sizes.map(placeOfSize);
  const countsOf = (values: readonly (number | null)[]): Counts =>
    Object.fromEntries(tab.columns.map((place, at) => [place, values[at] ?? null]));
  const partOf = (counts: Counts, part: Part) =>
    part === others ? othersOf(counts, tab.columns, displayed) : (counts[part] ?? null);
  const own = tab.rows.map(({ period, figures }) => ({
    period,
    figures,
    counts: countsOf(figures.map(({ value }) => value)),
  }));
  const late = tab.adjustments.map(({ ofMonth, inMonth, values }) => ({ ofMonth, inMonth, counts: countsOf(values) }));
  const total = tab.total && countsOf(tab.total);
  const rest = [...own, ...late].some(({ counts }) => (othersOf(counts, tab.columns, displayed) ?? 0) !== 0);
  const columns: Part[] =
    tab.tab === 'paper'
      ? ['total', ...displayedIn(tab.columns, displayed), ...(rest ? ([others] as const) : [])]
      : [...tab.columns];
  return {
    columns,
    total: total && new Map(columns.map((part) => [part, partOf(total, part)])),
    rows: own.map(({ period, figures, counts }) => {
      const lines = late.filter(({ inMonth }) => inMonth === period);
      const cellOf = (part: Part): Cell => ({
        value: partOf(counts, part),
        marks: part === others ? [] : (figures[tab.columns.indexOf(part)]?.marks ?? []),
        adjustments: lines.map((line) => ({ ofMonth: line.ofMonth, value: partOf(line.counts, part) })),
      });
      return { period, counts, cells: new Map(columns.map((part) => [part, cellOf(part)])) };
    }),
  };
}

/** Rows by a heading; what has no value comes last both ways. Without one they stay as they are. */
export function sorted(rows: readonly PeriodRow[], sort: string | null): PeriodRow[] {
  const key = sort?.replace(/^-/, '') ?? '';
  if (key === '') return [...rows];
  const way = directionOf(sort, key) === 'descending' ? -1 : 1;
  return rows.toSorted((a, b) => {
    if (key === 'period') return way * (a.period < b.period ? -1 : 1);
    const [one, other] = [a, b].map(({ cells }) => cells.get(key as Part)?.value ?? null);
    if (one === other || one === undefined || other === undefined) return 0;
    if (one === null || other === null) return one === null ? 1 : -1;
    return way * (one - other);
  });
}
