import { isOwn, type CounterPlace, type CounterTab } from './places.ts';

/** What is counted in sizes that are not displayed: total less those that are (C-10). */
export const others = 'others';
export type Part = CounterPlace | typeof others;

/** What is drawn of a tab: `stack` on top of each other, `beside` as bars of their own. */
export type Stacks = { stack: Part[]; beside: CounterPlace[] };

/** Figures of one period or device, by what is counted; null and missing ones are "-". */
export type Counts = Readonly<Partial<Record<CounterPlace, number | null>>>;

const sizes = ['colourLarge', 'colourSmall', 'monoLarge', 'monoSmall'] as const;
const duties = ['dutyA', 'dutyB', 'dutyC', 'dutyD'] as const;
const colours = ['colour', 'mono'] as const;
const drawn = {
  'colour-mode': { stack: ['colourCopy', 'colourPrint', 'monoCopy', 'monoPrint'], beside: [] },
  // Sheets printed on both sides are in copy and print already: they stand in the table alone.
  function: { stack: ['copy', 'receive', 'print'], beside: ['scanSend'] },
} as const satisfies Record<string, { stack: readonly CounterPlace[]; beside: readonly CounterPlace[] }>;

/**
 * What the graph of a tab draws (C-06, C-07), out of the columns that are there. On the tab of paper `columns` holds every size of the model
 * and `displayed` those that the user wants to see; the rest are others, which are left out where there are none in `rows`.
 */
export function stacksOf(
  tab: CounterTab,
  columns: readonly CounterPlace[],
  displayed: readonly CounterPlace[],
  rows: readonly Counts[],
): Stacks {
  const there = <Place extends CounterPlace>(places: readonly Place[]) =>
    places.filter((place) => columns.includes(place));
  if (tab === 'paper') {
    const rest = rows.some((row) => (othersOf(row, columns, displayed) ?? 0) !== 0);
    return { stack: [...displayedIn(columns, displayed), ...(rest ? ([others] as const) : [])], beside: [] };
  }
  // Nothing says how a site's own add up.
  if (tab === 'own') return { stack: [], beside: columns.filter(isOwn) };
  if (tab !== 'counters') return { stack: there(drawn[tab].stack), beside: there(drawn[tab].beside) };
  const parts = there([...sizes, ...duties]);
  return { stack: parts.length > 0 ? parts : there(colours), beside: [] };
}

/** The sizes among these columns that are displayed, in the order of the columns. */
export function displayedIn(columns: readonly CounterPlace[], displayed: readonly CounterPlace[]): CounterPlace[] {
  return columns.filter((place) => displayed.includes(place));
}

/**
 * What was counted in sizes that are not displayed: total − displayed, totals include them (C-08). Null where the total is not known, or no size at
 * all, as in days of which sizes are not kept any more.
 */
export function othersOf(
  counts: Counts,
  columns: readonly CounterPlace[],
  displayed: readonly CounterPlace[],
): number | null {
  const total = counts.total ?? null;
  const papers = columns.filter((place) => place.startsWith('paper'));
  if (total === null || papers.every((place) => (counts[place] ?? null) === null)) return null;
  return total - sumOf(displayedIn(papers, displayed).map((place) => counts[place] ?? null));
}

/** One bar: its parts from below up, null where there is no figure. */
export function partsOf(
  counts: Counts,
  stack: readonly Part[],
  columns: readonly CounterPlace[],
  displayed: readonly CounterPlace[],
): (number | null)[] {
  return stack.map((part) => (part === others ? othersOf(counts, columns, displayed) : (counts[part] ?? null)));
}

/**
 * Whether what is drawn on top of each other is not the device's own total, which the page then says. Where no part is known nothing is drawn, and
 * "-" says so.
 */
export function differs(counts: Counts, parts: readonly (number | null)[]): boolean {
  const total = counts.total ?? null;
  return total !== null && parts.some((part) => part !== null) && sumOf(parts) !== total;
}

function sumOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}
