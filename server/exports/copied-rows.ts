import { TextDecoder } from 'node:util';
import pg from 'pg';

/** What follows costs by the batch as well as by the row; a chunk of the connection holds some seventy rows. */
const rowsPerBatch = 150;
/** Of anything but null: most rows have one of those, and few have others. */
const holdsEscape = /\\[^N]/;
const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/**
 * The rows of COPY's text format, with the values that a query would have given: fields end with a tab and rows with a line
 * feed, `\N` is null, and a backslash stands before what would be read as one of these. With `numbersFrom` (and the options below) that column and all
 * after it are whole numbers and come as one text under its name, with commas between and nothing for null (`12,,5`); of other columns, which are all
 * texts, nothing is null, too, and the first row names them.
 */
export async function* copiedRows<R>(
  chunks: AsyncIterable<Uint8Array>,
  fields: readonly Pick<pg.FieldDef, 'name' | 'dataTypeID'>[],
  numbersFrom?: string,
): AsyncGenerator<R[]> {
  let columns = fields.map(({ name, dataTypeID }) => ({ name, parse: pg.types.getTypeParser(dataTypeID, 'text') }));
  // A copy of it has all its places at once; a row that grows by one after the other costs twice as much.
  let shape = shapeOf(columns);
  let named = numbersFrom === undefined;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let rows: R[] = [];
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (!named && lines.length > 0) {
      const names = (lines.shift() ?? '').split(',');
      columns = names.slice(0, names.indexOf(numbersFrom ?? '')).map((name) => ({ name, parse: asText }));
      shape = { ...shapeOf(columns), [numbersFrom ?? '']: null };
      named = true;
    }
    for (const line of lines) rows.push(rowOf<R>(line, columns, shape, numbersFrom));
    if (rows.length < rowsPerBatch) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
  if (rest !== '') throw new Error('COPY ended within a row');
}

/** How numbers come side by side as a file has them, so that nobody takes them apart. */
export const numbersOptions = "with (header true, delimiter ',', null '')";

type Column = { name: string; parse: (text: string) => unknown };

const asText = (text: string) => text;

function shapeOf(columns: readonly Column[]): object {
  return Object.fromEntries(columns.map(({ name }) => [name, null]));
}

function rowOf<R>(line: string, columns: readonly Column[], shape: object, numbersFrom: string | undefined): R {
  const row: Record<string, unknown> = { ...shape };
  const [between, nothing] = numbersFrom === undefined ? ['\t', '\\N'] : [',', ''];
  const escaped = holdsEscape.test(line);
  let from = 0;
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] as Column;
    const until = endOf(line, from, between, escaped);
    const text = line.slice(from, until);
    from = until + 1;
    row[column.name] = text === nothing ? null : column.parse(escaped ? unescaped(text) : text);
  }
  if (numbersFrom !== undefined) row[numbersFrom] = line.slice(from);
  return row as R;
}

/** Where a field ends; a comma inside a text has a backslash before it, and a backslash another. */
function endOf(line: string, from: number, between: string, escaped: boolean): number {
  let at = line.indexOf(between, from);
  while (escaped && at >= 0 && isEscaped(line, at)) at = line.indexOf(between, at + 1);
  return at < 0 ? line.length : at;
}

function isEscaped(line: string, at: number): boolean {
  let backslashes = 0;
  while (line[at - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, (_, sign: string) => escapes[sign] ?? sign);
}
