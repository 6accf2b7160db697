import type { PaperSize } from '../../../domain/counters/places.ts';
import type { Counts, Part } from '../../../domain/counters/stacks.ts';
import { others } from '../../../domain/counters/stacks.ts';
import type { Mark } from '../../../domain/counters/marks.ts';
import { directionOf } from '../../ui/data-table/list-state.ts';
import type { OfDevice } from '../requests.ts';
import type { Adjusted } from '../table/figure.tsx';
import { readerOf } from '../table/parts.ts';

export type TabAnswer = OfDevice['tabs'][number];
export type Cell = { value: number | null; marks: readonly Mark[]; adjustments: readonly Adjusted[] };
export type PeriodRow = { period: string; counts: Counts; cells: ReadonlyMap<Part, Cell> };
/** `first`: a first value is in the sum. */
export type TotalCell = { value: number | null; first: boolean };

/** A tab as it is shown: with the sizes of paper that are displayed, and with others where there are any. */
export type TabView = { columns: Part[]; rows: PeriodRow[]; total: ReadonlyMap<Part, TotalCell> | null };

/** Makes the columns and rows of one tab out of an answer (C-06, C-10); the rows in its order, the newest first. */
export function viewOf(tab: TabAnswer, sizes: readonly PaperSize[]): TabView {
  const { countsOf, valueOf, partsIn } = readerOf(tab.columns, sizes);
  const own = tab.rows.map(({ period, figures }) => ({
    period,
    figures,
    counts: countsOf(figures.map(({ value }) => value)),
  }));
  const late = tab.adjustments.map(({ ofMonth, inMonth, values }) => ({ ofMonth, inMonth, counts: countsOf(values) }));
  const columns = partsIn(
    tab.tab,
    [...own, ...late].map(({ counts }) => counts),
  );
  const marksOf = (figures: (typeof own)[number]['figures'], part: Part) =>
    part === others ? [] : (figures[tab.columns.indexOf(part)]?.marks ?? []);
  const total = tab.total && countsOf(tab.total);
  return {
    columns,
    total:
      total &&
      new Map(
        columns.map((part) => {
          const first = own.some(({ figures }) => marksOf(figures, part).includes('first'));
          return [part, { value: valueOf(part, total), first }];
        }),
      ),
    rows: own.map(({ period, figures, counts }) => {
      const lines = late.filter(({ inMonth }) => inMonth === period);
      const cellOf = (part: Part): Cell => ({
        value: valueOf(part, counts),
        marks: marksOf(figures, part),
        adjustments: lines.map((line) => ({ ofMonth: line.ofMonth, value: valueOf(part, line.counts) })),
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
