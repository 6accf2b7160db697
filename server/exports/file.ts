import { byteOrderMark, csvHeadings, csvNotes, csvRows } from '../../domain/exports/csv.ts';
import { singleColumns, type ExportColumn } from '../../domain/exports/columns.ts';
import { encodeShiftJis } from '../../domain/exports/shift-jis.ts';
import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import type { Content } from './content.ts';
import { xlsxFile } from './xlsx.ts';

export const formats = ['csv', 'xlsx'] as const;
export type Format = (typeof formats)[number];
export const encodings = ['utf-8', 'shift_jis'] as const;
export type Encoding = (typeof encodings)[number];

/** A table on its way into a file. */
export type TableFile = {
  /** Names the headings in domain/texts (`headings.<kind>.<column>`) and the file (`headings.files.<kind>`). */
  kind: string;
  columns: readonly ExportColumn[];
  language: Language;
  timeZone: string;
  /** What is to be known of the whole table, above its headings. */
  notes?: readonly string[];
} & Content;

const types: Record<Format, string> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The bytes of the file, made as they are asked for. */
export function encodeFile(file: TableFile, format: Format, encoding: Encoding): AsyncGenerator<Uint8Array> {
  const headings = headingsOf(file);
  if (format === 'xlsx') return xlsxFile(file, headings, titleOf(file));
  return csvFile(file, headings, encoding);
}

export function headingsOf({ kind, columns, language }: Pick<TableFile, 'kind' | 'columns' | 'language'>): string[] {
  const say = translatorFor(language, 'headings');
  return singleColumns(columns).map(({ key, heading }) => heading ?? say(`${kind}.${key}`));
}

function titleOf({ kind, language }: Pick<TableFile, 'kind' | 'language'>): string {
  return translatorFor(language, 'headings')(`files.${kind}`);
}

async function* csvFile(file: TableFile, headings: readonly string[], encoding: Encoding): AsyncGenerator<Uint8Array> {
  const encode =
    encoding === 'utf-8' ? (text: string) => Buffer.from(text) : (text: string) => encodeShiftJis(text).bytes;
  yield encode((encoding === 'utf-8' ? byteOrderMark : '') + csvNotes(file.notes ?? []) + csvHeadings(headings));
  if (file.csv) {
    // Pieces end with a line each, and so with a character.
    for await (const lines of file.csv) yield encoding === 'utf-8' ? lines : encode(Buffer.from(lines).toString());
    return;
  }
  const write = csvRows(file.columns, file.timeZone);
  for await (const rows of file.rows) yield encode(write(rows));
}

/** The headers of an answer that is a file: a speaking name in the reader's language, and nothing kept on the way. */
export function fileHeaders(
  file: Pick<TableFile, 'kind' | 'language'>,
  format: Format,
  encoding: Encoding,
  day: string,
): Record<string, string> {
  const speaking = `${titleOf(file)}_${day}.${format}`;
  return {
    'content-type': format === 'csv' ? `${types.csv}; charset=${encoding}` : types.xlsx,
    // RFC 6266: plain letters for old readers, the real name in UTF-8 (RFC 5987) for the others.
    'content-disposition': `attachment; filename="${file.kind}-${day}.${format}"; filename*=UTF-8''${encodeName(speaking)}`,
    'cache-control': 'no-store',
  };
}

/** RFC 5987 leaves fewer characters alone than an address does. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
