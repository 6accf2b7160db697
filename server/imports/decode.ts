import { parse } from 'csv-parse/sync';
import { unguardCell } from '../../domain/exports/guard.ts';
import { fail, pass, type Verdict } from '../../domain/verdict.ts';

export const rowsMax = 20_000;
const cellCharactersMax = 1_000;

export type Encoding = 'utf-8' | 'shift_jis';
export type Sheet = { encoding: Encoding; headings: string[]; rows: { line: number; cells: string[] }[] };
export type DecodeCode = 'unreadable-encoding' | 'not-a-table' | 'no-rows' | 'too-many-rows';

/** UTF-8 with or without its mark, or else Shift_JIS as spreadsheet programs save it. */
function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
  for (const encoding of ['utf-8', 'shift_jis'] as const) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      continue;
    }
  }
  return null;
}

/** Reads a CSV file: the first row holds the headings, empty rows are passed over. */
export function decodeCsv(bytes: Uint8Array): Verdict<Sheet, DecodeCode> {
  const decoded = decodeText(bytes);
  if (!decoded || decoded.text.includes('\0')) return fail('unreadable-encoding');
  let records: { record: string[]; info: { lines: number } }[];
  try {
    const parsed: unknown = parse(decoded.text, {
      info: true,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: 64 * 1024,
      to: rowsMax + 2,
    });
    records = parsed as typeof records;
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 1;
    return fail('not-a-table', { line });
  }
  const [head, ...rest] = records;
  if (!head || rest.length === 0) return fail('no-rows');
  if (rest.length > rowsMax) return fail('too-many-rows', { max: rowsMax });
  const rows = rest.map(({ record, info }) => ({
    line: info.lines,
    cells: record.map((cell) => unguardCell(cell.trim()).slice(0, cellCharactersMax)),
  }));
  return pass({ encoding: decoded.encoding, headings: head.record.map((cell) => cell.trim()), rows });
}
