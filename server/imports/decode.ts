import { parse } from 'csv-parse/sync';
import { unguardCell } from '../../domain/exports/guard.ts';
import { fail, pass, type Verdict } from '../../domain/verdict.ts';
import type { Odd } from './excel/read-workbook.ts';
import { readExcel } from './excel/read-in-process.ts';

const cellCharactersMax = 1_000;
const recordBytesMax = 64 * 1024;

/** How the file was written; kept beside it and shown. */
export type Encoding = 'utf-8' | 'shift_jis' | 'xlsx';
export type SheetRow = {
  line: number;
  cells: string[];
  /** By column: what Excel made of a cell that should be a text. */ odd?: Record<number, Odd>;
};
export type Sheet = { encoding: Encoding; headings: string[]; rows: SheetRow[] };
export type DecodeCode =
  | 'unreadable-encoding'
  | 'not-a-table'
  | 'not-a-spreadsheet'
  | 'old-spreadsheet'
  | 'broken-spreadsheet'
  | 'unpacked-too-large'
  | 'no-rows'
  | 'too-many-rows'
  | 'too-many-columns';

export type DecodeOptions = {
  rowsMax: number;
  /** How many of the headings are known: tells by which character the cells are separated. */
  known: (headings: readonly string[]) => number;
};

/** Reads a table out of a file by what it holds, whatever its name says: .xlsx, or text separated by commas, semicolons or tabs. */
export async function decodeFile(bytes: Uint8Array, options: DecodeOptions): Promise<Verdict<Sheet, DecodeCode>> {
  const kind = kindOf(bytes);
  if (kind === 'zip') return decodeExcel(bytes, options);
  if (kind === 'text') return decodeCsv(bytes, options);
  return fail(kind);
}

const marks = {
  zip: [0x50, 0x4b, 0x03, 0x04],
  // Excel up to 2003, and newer files that need a password.
  compound: [0xd0, 0xcf, 0x11, 0xe0],
  pdf: [0x25, 0x50, 0x44, 0x46],
  png: [0x89, 0x50, 0x4e, 0x47],
  jpeg: [0xff, 0xd8, 0xff],
};

function kindOf(bytes: Uint8Array): 'zip' | 'text' | 'old-spreadsheet' | 'not-a-spreadsheet' {
  const begins = (mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte);
  if (begins(marks.zip)) return 'zip';
  if (begins(marks.compound)) return 'old-spreadsheet';
  if (begins(marks.pdf) || begins(marks.png) || begins(marks.jpeg)) return 'not-a-spreadsheet';
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).replace(/^\u00EF\u00BB\u00BF/, '');
  // Some programs save a web page or XML under the name of a spreadsheet.
  return /^\s*<(?:!doctype|html|\?xml|table)/i.test(start) ? 'not-a-spreadsheet' : 'text';
}

async function decodeExcel(bytes: Uint8Array, { rowsMax }: DecodeOptions): Promise<Verdict<Sheet, DecodeCode>> {
  const read = await readExcel(bytes, rowsMax);
  if (!read.ok) return read;
  const { rows, odd } = read.value;
  const [headings = [], ...rest] = rows;
  const filled = rest.flatMap((cells, index): SheetRow[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const ofRow = cells.flatMap((_, column) => {
      const kind = odd.get(`${index + 1}:${column}`);
      return kind ? [[column, kind] as const] : [];
    });
    const shown = { line: index + 2, cells: cells.map(trimCell) };
    return [ofRow.length > 0 ? { ...shown, odd: Object.fromEntries(ofRow) } : shown];
  });
  if (filled.length === 0) return fail('no-rows');
  if (filled.length > rowsMax) return fail('too-many-rows', { max: rowsMax });
  return pass({ encoding: 'xlsx', headings: headings.map((cell) => cell.trim()), rows: filled });
}

/** UTF-8 with or without its mark, or else Shift_JIS as spreadsheet programs save it. */
function decodeText(bytes: Uint8Array): { text: string; encoding: 'utf-8' | 'shift_jis' } | null {
  for (const encoding of ['utf-8', 'shift_jis'] as const) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      continue;
    }
  }
  return null;
}

function trimCell(cell: string): string {
  return cell.trim().slice(0, cellCharactersMax);
}

type Rec = { record: string[]; info: { lines: number } };

function parseCsv(text: string, delimiter: string, to: number): Rec[] {
  const parsed: unknown = parse(text, {
    info: true,
    bom: true,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: recordBytesMax,
    to,
  });
  return parsed as Rec[];
}

/** The first row holds the headings, empty rows are passed over. */
function decodeCsv(bytes: Uint8Array, { rowsMax, known }: DecodeOptions): Verdict<Sheet, DecodeCode> {
  const decoded = decodeText(bytes);
  if (!decoded || decoded.text.includes('\0')) return fail('unreadable-encoding');
  try {
    const [head, ...rest] = parseCsv(decoded.text, delimiterOf(decoded.text, known), rowsMax + 2);
    if (!head || rest.length === 0) return fail('no-rows');
    if (rest.length > rowsMax) return fail('too-many-rows', { max: rowsMax });
    const rows = rest.map(({ record, info }) => ({
      line: info.lines,
      cells: record.map((cell) => trimCell(unguardCell(cell.trim()))),
    }));
    return pass({ encoding: decoded.encoding, headings: head.record.map((cell) => unguardCell(cell.trim())), rows });
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 1;
    return fail('not-a-table', { line });
  }
}

/** The separator with which the first row shows the most headings that are known; a comma where none does better. */
function delimiterOf(text: string, known: DecodeOptions['known']): string {
  const score = (delimiter: string): number => {
    try {
      return known(parseCsv(text, delimiter, 1)[0]?.record.map((cell) => unguardCell(cell.trim())) ?? []);
    } catch {
      return 0;
    }
  };
  return [',', ';', '\t'].toSorted((a, b) => score(b) - score(a))[0] ?? ',';
}
