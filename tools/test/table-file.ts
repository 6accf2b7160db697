import { decodeFile, type SheetRow } from '../../server/imports/decode.ts';

const rowsMax = 20_000;

/** The cells of a file that the portal gave, the headings first, read as the portal reads files. */
export async function cellsOfFile(bytes: Uint8Array): Promise<string[][]> {
  const cells: string[][] = [];
  const read = await decodeFile<never>(bytes, {
    rowsMax,
    rowsAtOnce: rowsMax,
    known: () => 0,
    begin: (headings) => {
      cells.push([...headings]);
      return null;
    },
    take: (rows: readonly SheetRow[]) => cells.push(...rows.map((row) => row.cells)),
  });
  if (!read.ok) throw new Error(read.code);
  return cells;
}
