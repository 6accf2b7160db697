import type { CheckedRow } from './importer.ts';

/** What was found in the rows of a file. */
export type Tally = {
  rows: number;
  faults: number;
  /** How many faults there are of each code. */
  codes: Record<string, number>;
  /** How many rows are of which sort, for kinds that tell them apart. */
  counts: Record<string, number>;
};

export function newTally(): Tally {
  return { rows: 0, faults: 0, codes: {}, counts: {} };
}

/** Adds rows; `counted` names what is told of each that makes its sort. */
export function addToTally(tally: Tally, rows: readonly CheckedRow<unknown>[], counted: string | undefined): void {
  tally.rows += rows.length;
  for (const { faults, tells } of rows) {
    for (const { code } of Object.values(faults)) {
      tally.faults += 1;
      tally.codes[code] = (tally.codes[code] ?? 0) + 1;
    }
    const word = counted === undefined ? undefined : tells?.[counted];
    if (word) tally.counts[word] = (tally.counts[word] ?? 0) + 1;
  }
}
