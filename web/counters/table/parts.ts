import { placeOfSize } from '../../../domain/counters/paper-choice.ts';
import {
  columnsOf,
  counterTabNames,
  type CounterPlace,
  type CounterTab,
  type PaperSize,
} from '../../../domain/counters/places.ts';
import { displayedIn, others, othersOf, type Counts, type Part } from '../../../domain/counters/stacks.ts';

type Values = readonly (number | null)[];

/** How the figures of a tab are read: its columns as they came, and which of the sizes of paper are displayed (C-10). */
export type Reader = {
  columns: readonly CounterPlace[];
  displayed: readonly CounterPlace[];
  countsOf: (values: Values) => Counts;
  valueOf: (part: Part, counts: Counts) => number | null;
  /** What has a column: on the tab of paper the displayed sizes, and others where there are any in these figures. */
  partsIn: (tab: CounterTab, all: readonly Counts[]) => Part[];
};

export function readerOf(columns: readonly CounterPlace[], sizes: readonly PaperSize[]): Reader {
  const displayed = sizes.map(placeOfSize);
  const restOf = (counts: Counts) => othersOf(counts, columns, displayed);
  return {
    columns,
    displayed,
    countsOf: (values) => Object.fromEntries(columns.map((place, at) => [place, values[at] ?? null])),
    valueOf: (part, counts) => (part === others ? restOf(counts) : (counts[part] ?? null)),
    partsIn: (tab, all) => {
      if (tab !== 'paper') return [...columns];
      const rest = all.some((counts) => (restOf(counts) ?? 0) !== 0);
      return ['total', ...displayedIn(columns, displayed), ...(rest ? ([others] as const) : [])];
    },
  };
}

/** The tab that these columns are of: the wished one, unless they are another's. */
export function tabOf(columns: readonly CounterPlace[], wished: CounterTab): CounterTab {
  const holds = (tab: CounterTab) => columnsOf(tab, columns).length === columns.length;
  return holds(wished) ? wished : (counterTabNames.find(holds) ?? wished);
}
