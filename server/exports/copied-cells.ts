import type { Cell, ExportColumn, Row } from '../../domain/exports/columns.ts';
import { copiedLines, endOfField, instantOf, unescaped } from './copied-rows.ts';

/** COPY's text format with what a CSV file has between its cells, and nothing for null: most of it is the file already. */
export const cellsOptions = "with (delimiter ',', null '')";

/** What stands in a column for what the database has; never asked about nothing, which is empty. */
export type Words = (found: string) => string | null;

/** A column of a query that gives the cells themselves; that of `integers` gives as many as it has. */
export type CopiedColumn = { column: ExportColumn; words?: Words | undefined };

/** What COPY writes with `cellsOptions`, as rows of cells. */
export async function* copiedCells(
  chunks: AsyncIterable<Uint8Array>,
  columns: readonly CopiedColumn[],
): AsyncGenerator<Row[]> {
  for await (const lines of copiedLines(chunks)) yield lines.map((line) => cellsOf(line, columns));
}

function cellsOf(line: string, columns: readonly CopiedColumn[]): Cell[] {
  const escaped = line.includes('\\');
  let from = 0;
  return columns.map(({ column, words }) => {
    let until = endOfField(line, from, ',', escaped);
    if (column.kind === 'integers')
      for (let more = 1; more < column.of.length; more += 1) until = endOfField(line, until + 1, ',', escaped);
    const text = line.slice(from, until);
    from = until + 1;
    return text === '' ? null : cellOf(column.kind, escaped ? unescaped(text) : text, words);
  });
}

function cellOf(kind: ExportColumn['kind'], text: string, words: Words | undefined): Cell {
  if (kind === 'instant') return instantOf(text);
  if (kind === 'integer') return Number(text);
  return words ? words(text) : text;
}
