import type { ExportColumn, Row } from '../../domain/exports/columns.ts';
import { unwritableIn } from '../../domain/exports/shift-jis.ts';

export const placesMax = 100;
const textCharactersMax = 60;

/** A place in the file with characters that Shift_JIS cannot hold. `row` counts as a spreadsheet does, notes and headings included. */
export type Unwritable = { row: number; column: string; characters: string[]; text: string };

/** Looks through all rows: how many characters cannot be written, and the first cells they stand in. */
export async function findUnwritable(
  columns: readonly ExportColumn[],
  rows: AsyncIterable<readonly Row[]>,
  notes: readonly string[] = [],
): Promise<{ count: number; cells: number; places: Unwritable[] }> {
  const texts = columns.flatMap(({ kind }, at) => (kind === 'text' || kind === 'code' ? [at] : []));
  const places: Unwritable[] = [];
  let count = 0;
  let cells = 0;
  let number = notes.length + 1;
  for await (const batch of rows) {
    for (const row of batch) {
      number += 1;
      for (const at of texts) {
        const cell = row[at];
        if (typeof cell !== 'string') continue;
        const characters = unwritableIn(cell);
        if (characters.length === 0) continue;
        count += characters.length;
        cells += 1;
        if (places.length < placesMax) places.push(placeOf(number, columns[at]?.key ?? '', characters, cell));
      }
    }
  }
  return { count, cells, places };
}

function placeOf(row: number, column: string, characters: string[], cell: string): Unwritable {
  const text = [...cell].length > textCharactersMax ? `${[...cell].slice(0, textCharactersMax).join('')}…` : cell;
  return { row, column, characters: [...new Set(characters)], text };
}
