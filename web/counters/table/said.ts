import type { Mark } from '../../../domain/counters/marks.ts';
import type { SaidMark } from './marks-legend.tsx';

type Shown = {
  figures: readonly { value: number | null; marks: readonly Mark[] }[];
  adjustments: readonly unknown[];
};

/** Everything that is said of figures in a table, and of its sums over all pages. */
export function marksOf(rows: readonly Shown[], totals: { firsts: readonly boolean[] } | null = null): Set<SaidMark> {
  const found = new Set<SaidMark>(rows.flatMap(({ figures }) => figures.flatMap(({ marks }) => [...marks])));
  if (totals?.firsts.includes(true)) found.add('first');
  if (rows.some(({ adjustments }) => adjustments.length > 0)) found.add('adjustment');
  return found;
}

/** Whether something is missing, or is in a figure for what was missing before. */
export function gapsIn(rows: readonly Shown[], marks: ReadonlySet<SaidMark>): boolean {
  return marks.has('gap') || rows.some(({ figures }) => figures.some(({ value }) => value === null));
}
