import { TextDecoder } from 'node:util';
import pg from 'pg';

/** What follows costs by the batch as well as by the row; a chunk of the connection holds some seventy rows. */
const rowsPerBatch = 150;
/** Of anything but null: most rows have one of those, and few have others. */
const holdsEscape = /\\[^N]/;
const nothing = '\\N';
const timestamptzOid = 1184;
const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/**
 * The rows of COPY's text format, with the values that a query would have given: fields end with a tab and rows with a line
 * feed, `\N` is null, and a backslash stands before what would be read as one of these.
 */
export async function* copiedRows<R>(
  chunks: AsyncIterable<Uint8Array>,
  fields: readonly Pick<pg.FieldDef, 'name' | 'dataTypeID'>[],
): AsyncGenerator<R[]> {
  const columns = fields.map(({ name, dataTypeID }) => ({ name, parse: pg.types.getTypeParser(dataTypeID, 'text') }));
  // A copy of it has all its places at once; a row that grows by one after the other costs twice as much.
  const shape = Object.fromEntries(columns.map(({ name }) => [name, null]));
  let rows: R[] = [];
  for await (const lines of copiedLines(chunks)) {
    for (const line of lines) rows.push(rowOf<R>(line, columns, shape));
    if (rows.length < rowsPerBatch) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

/** What comes by COPY, in pieces that end with a row each. */
export async function* wholeRows(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(lineFeed) + 1;
    const whole = Buffer.concat([rest, chunk.subarray(0, end)]);
    if (end > 0) yield whole;
    rest = end > 0 ? Buffer.from(chunk.subarray(end)) : Buffer.concat([rest, chunk]);
  }
  if (rest.length > 0) throw new Error('COPY ended within a row');
}
const lineFeed = 10;

/** The rows of a piece, each as a text. */
export async function* copiedLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for await (const whole of wholeRows(chunks)) yield decoder.decode(whole).slice(0, -1).split('\n');
}

type Column = { name: string; parse: (text: string) => unknown };

function rowOf<R>(line: string, columns: readonly Column[], shape: object): R {
  const row: Record<string, unknown> = { ...shape };
  const escaped = holdsEscape.test(line);
  let from = 0;
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] as Column;
    const until = endOfField(line, from, '\t', escaped);
    const text = line.slice(from, until);
    from = until + 1;
    row[column.name] = text === nothing ? null : column.parse(escaped ? unescaped(text) : text);
  }
  return row as R;
}

/** Where a field ends: what is part of a text has a backslash before it, and a backslash another. */
export function endOfField(line: string, from: number, between: string, escaped: boolean): number {
  let at = line.indexOf(between, from);
  while (escaped && at >= 0 && isEscaped(line, at)) at = line.indexOf(between, at + 1);
  return at < 0 ? line.length : at;
}

function isEscaped(line: string, at: number): boolean {
  let backslashes = 0;
  while (line[at - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

/** The text that a field stands for. */
export function unescaped(text: string): string {
  return !text.includes('\\') ? text : text.replaceAll(/\\(.)/g, (_, sign: string) => escapes[sign] ?? sign);
}

/** Milliseconds since 1970 of a moment as PostgreSQL writes it. */
export function instantOf(text: string): number {
  return Number(pg.types.getTypeParser(timestamptzOid, 'text')(text));
}
