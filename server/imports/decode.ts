import { Readable } from 'node:stream';
import { setImmediate as otherWork } from 'node:timers/promises';
import { parse, type Options } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import { unguardCell } from '../../domain/exports/guard.ts';
import { fail, pass, type Refusal, type Verdict } from '../../domain/verdict.ts';
import type { Odd } from './excel/read-workbook.ts';
import { readExcel } from './excel/read-in-process.ts';

const cellCharactersMax = 1_000;
const recordBytesMax = 64 * 1024;
const sliceBytes = 64 * 1024;
/** What Excel files have at most; longer tables come as CSV. */
const excelRowsMax = 20_000;

/** How the file was written; kept beside it and shown. */
export type Encoding = 'utf-8' | 'shift_jis' | 'xlsx';
export type SheetRow = {
  line: number;
  cells: string[];
  /** By column: what Excel made of a cell that should be a text. */ odd?: Record<number, Odd>;
};
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

export type DecodeOptions<C extends string> = {
  rowsMax: number;
  /** How many rows are handed over at once. */
  rowsAtOnce: number;
  /** Gets the headings, before any row; may refuse the file. */
  begin: (headings: readonly string[]) => Refusal<C> | null;
  take: (rows: readonly SheetRow[]) => void;
  /** How many of the headings are known: tells by which character the cells are separated. */
  known: (headings: readonly string[]) => number;
};

/** Reads a table out of a file by what it holds, whatever its name says: .xlsx, or text separated by commas, semicolons or tabs. */
export async function decodeFile<C extends string>(
  bytes: Uint8Array,
  options: DecodeOptions<C>,
): Promise<Verdict<Encoding, DecodeCode | C>> {
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

async function decodeExcel<C extends string>(
  bytes: Uint8Array,
  options: DecodeOptions<C>,
): Promise<Verdict<Encoding, DecodeCode | C>> {
  const rowsMax = Math.min(options.rowsMax, excelRowsMax);
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
  const refused = options.begin(headings.map((cell) => cell.trim()));
  if (refused) return refused;
  for (let at = 0; at < filled.length; at += options.rowsAtOnce)
    options.take(filled.slice(at, at + options.rowsAtOnce));
  return pass('xlsx');
}

type TextEncoding = Exclude<Encoding, 'xlsx'>;

/** UTF-8 with or without its mark, or else Shift_JIS as spreadsheet programs save it. */
function encodingOf(bytes: Uint8Array): TextEncoding | null {
  for (const encoding of ['utf-8', 'shift_jis'] as const) {
    try {
      for (const text of slices(bytes, encoding)) if (text.includes('\0')) return null;
      return encoding;
    } catch {
      continue;
    }
  }
  return null;
}

/** The text, some at a time: the whole of a long one never stands beside its bytes. */
function* slices(bytes: Uint8Array, encoding: TextEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let at = 0; at < bytes.length; at += sliceBytes)
    yield decoder.decode(bytes.subarray(at, at + sliceBytes), { stream: true });
  yield decoder.decode();
}

function trimCell(cell: string): string {
  return cell.trim().slice(0, cellCharactersMax);
}

type Rec = { record: string[]; info: { lines: number } };

const csvOptions = (delimiter: string, to: number): Options => ({
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

/** The first row holds the headings, empty rows are passed over. */
async function decodeCsv<C extends string>(
  bytes: Uint8Array,
  { rowsMax, rowsAtOnce, known, begin, take }: DecodeOptions<C>,
): Promise<Verdict<Encoding, DecodeCode | C>> {
  const encoding = encodingOf(bytes);
  if (!encoding) return fail('unreadable-encoding');
  const [start = ''] = slices(bytes, encoding);
  const parser = Readable.from(slices(bytes, encoding)).pipe(parse(csvOptions(delimiterOf(start, known), rowsMax + 2)));
  let headed = false;
  let seen = 0;
  let rows: SheetRow[] = [];
  try {
    for await (const { record, info } of parser as AsyncIterable<Rec>) {
      if (!headed) {
        headed = true;
        const refused = begin(record.map((cell) => unguardCell(cell.trim())));
        if (refused) return refused;
        continue;
      }
      seen += 1;
      if (seen > rowsMax) return fail('too-many-rows', { max: rowsMax });
      rows.push({ line: info.lines, cells: record.map((cell) => trimCell(unguardCell(cell.trim()))) });
      if (rows.length < rowsAtOnce) continue;
      take(rows);
      rows = [];
      await otherWork();
    }
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 1;
    return fail('not-a-table', { line });
  }
  if (rows.length > 0) take(rows);
  return seen === 0 ? fail('no-rows') : pass(encoding);
}

/** The separator with which the first row shows the most headings that are known; a comma where none does better. */
function delimiterOf(start: string, known: (headings: readonly string[]) => number): string {
  const score = (delimiter: string): number => {
    try {
      const [first] = parseAtOnce(start, csvOptions(delimiter, 1)) as unknown as Rec[];
      return known(first?.record.map((cell) => unguardCell(cell.trim())) ?? []);
    } catch {
      return 0;
    }
  };
  return [',', ';', '\t'].toSorted((a, b) => score(b) - score(a))[0] ?? ',';
}
