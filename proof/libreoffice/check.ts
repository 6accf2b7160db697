import { readInOffice, type OfficeCell, type OfficeFile } from './read.ts';

/** What is expected at a place: a text that is a text there, or a real number, day or moment by its type. */
export type Expected = string | { type: 'float' | 'date' | 'string' } | null;

/**
 * Opens a file in LibreOffice and compares each cell: texts must be texts and the same to the last character, nothing may
 * have become a formula. In CSV a text that a program would compute has a `'` before it.
 * @returns how many cells were compared.
 */
export async function checkInOffice(
  folder: string,
  file: OfficeFile,
  rows: readonly (readonly Expected[])[],
): Promise<number> {
  const found = await readInOffice(folder, file);
  const fault = (text: string) => new Error(`${file.name} in LibreOffice: ${text}`);
  if (found.length !== rows.length) throw fault(`${found.length} rows instead of ${rows.length}`);
  let compared = 0;
  for (const [line, row] of rows.entries()) {
    for (const [column, expected] of row.entries()) {
      const cell = found[line]?.[column] ?? { type: 'empty', text: '', formula: null };
      const place = `row ${line + 1}, column ${column + 1}`;
      if (cell.formula !== null) throw fault(`${place} is the formula ${cell.formula}`);
      if (!fits(cell, expected))
        throw fault(`${place} is ${JSON.stringify(cell)} instead of ${JSON.stringify(expected)}`);
      compared += 1;
    }
  }
  return compared;
}

function fits(cell: OfficeCell, expected: Expected): boolean {
  if (expected === null || expected === '') return cell.text === '';
  if (typeof expected === 'string') return cell.type === 'string' && cell.text === expected;
  return cell.type === expected.type;
}
