import { readSheet } from 'read-excel-file/universal';
import { fail, pass, type Verdict } from '../../../domain/verdict.ts';
import { packStored, unpack, type ZipCode } from './zip.ts';

const columnsMax = 200;
/** What a sheet of Excel can have; a file that claims more is made up. */
const rowNumberMax = 1_048_576;

/** What Excel made of a cell in which somebody typed a text. */
export type Odd = 'number' | 'date';
export type Workbook = {
  /** Every row from the first on, empty ones too, so that a row's index is its line less one. */
  rows: string[][];
  /** Cells that are no text, by `row:column`. */
  odd: ReadonlyMap<string, Odd>;
};
export type WorkbookCode = ZipCode | 'too-many-rows' | 'too-many-columns' | 'broken-spreadsheet';

type NumberCell = { number: string };
type Cell = string | boolean | NumberCell | Date | null;

/** The first sheet of an .xlsx file as texts. */
export async function readWorkbook(bytes: Buffer, rowsMax: number): Promise<Verdict<Workbook, WorkbookCode>> {
  const unpacked = unpack(bytes, (name) => name.endsWith('.xml') || name.endsWith('.rels'));
  if (!unpacked.ok) return unpacked;
  if (![...unpacked.value.keys()].some((name) => /(?:^|\/)workbook\.xml$/.test(name))) return fail('not-a-spreadsheet');
  for (const [name, file] of unpacked.value)
    if (/worksheets\/[^/]+\.xml$/.test(name) && !rowNumbersFit(file)) return fail('broken-spreadsheet');
  const whole = packStored(unpacked.value);
  let sheet: Cell[][];
  try {
    const exact = new Uint8Array(whole).buffer;
    // Numbers stay the digits they are in the file: a code that Excel took for one is to be shown, not rounded.
    sheet = (await readSheet(exact, { trim: false, parseNumber: (text) => ({ number: text }) })) as unknown as Cell[][];
  } catch {
    return fail('broken-spreadsheet');
  }
  if (sheet.filter((row) => row.some((cell) => cell !== null)).length > rowsMax + 1)
    return fail('too-many-rows', { max: rowsMax });
  if (sheet.some((row) => row.length > columnsMax)) return fail('too-many-columns', { max: columnsMax });
  const odd = new Map<string, Odd>();
  const rows = sheet.map((row, at) =>
    row.map((cell, column) => textOf(cell, (kind) => odd.set(`${at}:${column}`, kind))),
  );
  return pass({ rows, odd });
}

/** Whoever reads the sheet makes a row for every number up to the last one. */
function rowNumbersFit(sheet: Buffer): boolean {
  for (const [, digits = ''] of sheet.toString('latin1').matchAll(/\br\s*=\s*["'][A-Za-z]*(\d+)["']/g))
    if (digits.length > 7 || Number(digits) > rowNumberMax) return false;
  return true;
}

function textOf(cell: Cell, note: (kind: Odd) => void): string {
  if (cell === null) return '';
  // The format can name any character, also the one that no text may hold.
  if (typeof cell === 'string') return cell.replaceAll('\0', '');
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (cell instanceof Date) {
    note('date');
    return cell.toISOString().slice(0, 10);
  }
  note('number');
  return asExcelShows(cell.number);
}

/** As people saw it in the cell: whole numbers of 12 digits and more in powers of ten. */
function asExcelShows(digits: string): string {
  const value = Number(digits);
  if (!/^-?\d+$/.test(digits) && !/E/i.test(digits)) return digits;
  if (Math.abs(value) < 1e11) return Number.isInteger(value) ? String(value) : digits;
  return value.toExponential(5).replace(/\.?0*e\+/, 'E+');
}
