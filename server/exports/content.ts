import type { Row } from '../../domain/exports/columns.ts';
import { cellsOptions, copiedCells, type CopiedColumn } from './copied-cells.ts';
import { copiedCsv } from './copied-csv.ts';
import type { OpenExport } from './exporter.ts';
import type { Snapshot } from './snapshot.ts';

/** What stands in a file below its headings; it is read when it is asked for, in one of the two ways. */
export type Content = {
  rows: AsyncIterable<readonly Row[]>;
  /** The same as lines of CSV in UTF-8, where they need not be made of rows. */
  csv?: AsyncIterable<Uint8Array>;
};

/** The rows of an export out of a snapshot. `tell` is told how many have been read since it was told last. */
export function contentOf(
  opened: OpenExport,
  { read, copy }: Snapshot,
  timeZone: string,
  tell: (rows: number) => void,
): Content {
  if ('rows' in opened) return { rows: counted(opened.rows(read), tell) };
  const { query, words = {} } = opened.cells;
  const columns = opened.columns.map((column): CopiedColumn => ({ column, words: words[column.key] }));
  return {
    rows: counted(copiedCells(copy(query, cellsOptions), columns), tell),
    csv: copiedCsv(copy(query, cellsOptions), columns, timeZone, tell),
  };
}

async function* counted(
  batches: AsyncIterable<readonly Row[]>,
  tell: (rows: number) => void,
): AsyncGenerator<readonly Row[]> {
  for await (const batch of batches) {
    tell(batch.length);
    yield batch;
  }
}
