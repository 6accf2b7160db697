import { TextDecoder } from 'node:util';
import pg from 'pg';

/** What follows costs by the batch as well as by the row; a chunk of the connection holds some seventy rows. */
const rowsPerBatch = 150;
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
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let rows: R[] = [];
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) rows.push(rowOf<R>(line, columns, shape));
    if (rows.length < rowsPerBatch) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
  if (rest !== '') throw new Error('COPY ended within a row');
}

type Column = { name: string; parse: (text: string) => unknown };

function rowOf<R>(line: string, columns: readonly Column[], shape: object): R {
  const row: Record<string, unknown> = { ...shape };
  const texts = line.split('\t');
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] as Column;
    const text = texts[at] as string;
    row[column.name] = text === '\\N' ? null : column.parse(text.includes('\\') ? unescaped(text) : text);
  }
  return row as R;
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, (_, sign: string) => escapes[sign] ?? sign);
}
