import type { Cell, ExportColumn, Row } from './columns.ts';
import { guardCell } from './guard.ts';
import { zoneClock } from './instants.ts';

/** At the beginning of a UTF-8 file, so that Excel reads it as UTF-8. */
export const byteOrderMark = '\uFEFF';
/** Texts that a spreadsheet program takes for a number, a power of ten, a day or a time of day. */
const looksLikeNumber = /^\d+(?:[-/:.]\d+){0,2}$|^\d+(?:\.\d*)?[Ee]\d+$/;
/** All others stand as they are: what begins with none of these holds no formula and is no number. As `standsAsItIs` has it (csv-bytes.ts). */
const needsLook = /^[\s\d'=+\-@＝＋－＠]|[",\r\n]|\s$/u;
const needsQuotes = /[",\r\n]|^\s|\s$/u;

/**
 * Writes rows as CSV (RFC 4180), each with CRLF at its end. Texts that a spreadsheet program would compute are made
 * harmless; moments are ISO 8601 with the zone's offset.
 */
export function csvRows(columns: readonly ExportColumn[], timeZone: string): (rows: readonly Row[]) => string {
  const clock = zoneClock(timeZone);
  const writers = columns.map(({ kind }) => writerOf(kind, clock.iso));
  const empty = columns.map((column) => (column.kind === 'integers' ? ','.repeat(column.of.length - 1) : ''));
  const last = writers.length - 1;
  return (rows) => {
    let text = '';
    for (const row of rows) {
      for (let at = 0; at <= last; at += 1) {
        const cell = row[at];
        text += (cell === null || cell === undefined ? empty[at] : writers[at]?.(cell)) ?? '';
        text += at === last ? '\r\n' : ',';
      }
    }
    return text;
  };
}

/** Sentences above the headings, a line each. */
export function csvNotes(notes: readonly string[]): string {
  return notes.map((note) => `${csvText(note)}\r\n`).join('');
}

/** The row of headings. */
export function csvHeadings(headings: readonly string[]): string {
  return `${headings.map(csvText).join(',')}\r\n`;
}

function writerOf(kind: ExportColumn['kind'], iso: (at: number) => string): (cell: NonNullable<Cell>) => string {
  switch (kind) {
    case 'instant':
      return (cell) => iso(Number(cell));
    case 'integer':
    case 'integers':
    case 'date':
      return (cell) => String(cell);
    case 'text':
    case 'code':
      return remembering();
  }
}

/** In long files the same text often stands below itself, and then is looked at once. */
function remembering(): (cell: NonNullable<Cell>) => string {
  let last: NonNullable<Cell> = '';
  let written = '';
  return (cell) => {
    if (cell !== last) {
      last = cell;
      written = csvText(String(cell));
    }
    return written;
  };
}

/** A text as a cell: in quotes also where it looks like a number, which is as much as CSV can say about its being a text. */
export function csvText(text: string): string {
  if (!needsLook.test(text)) return text;
  if (looksLikeNumber.test(text)) return `"${text}"`;
  const safe = guardCell(text);
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
