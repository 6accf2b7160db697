/** What is said of a figure, each with its bit in storage. */
const bits = { first: 1, gap: 2, restart: 4 } as const;

/**
 * `first`: the cumulative value since installation; `gap`: covers periods before that have no reading; `restart`: the counter began
 * anew (C-08).
 */
export type Mark = keyof typeof bits;
export const marks = ['first', 'gap', 'restart'] as const satisfies Mark[];

export function bitOf(mark: Mark): number {
  return bits[mark];
}

/** The marks in a number of storage, in their order. */
export function marksIn(stored: number | null): Mark[] {
  return marks.filter((mark) => ((stored ?? 0) & bits[mark]) !== 0);
}
