import { standsAsItIs } from '../../domain/exports/csv-bytes.ts';
import { zoneClock } from '../../domain/exports/instants.ts';
import { cellWriters, type Writer } from './cell-writers.ts';
import type { CopiedColumn } from './copied-cells.ts';
import { wholeRows } from './copied-rows.ts';

const comma = 44;
const lineFeed = 10;
const carriageReturn = 13;
const backslash = 92;
const quote = 34;
/** What each byte is inside a row: part of a cell, its end, or what makes it one to look at. */
const signs = new Uint8Array(256);
const end = 1;
const odd = 2;
signs[comma] = end;
signs[lineFeed] = end;
signs[backslash] = odd;
signs[quote] = odd;

/** As much as goes out at once at least, and has room: from 128 KiB on memory comes from the system each time, and goes back. */
const pieceBytes = 32 * 1024;
const roomBytes = 112 * 1024;

/**
 * What COPY writes with `cellsOptions`, as lines of CSV in UTF-8: the same that `csvRows` makes of these cells. Bytes are taken over one by one, and a
 * text is made only of cells that have to be looked at: texts and rows of a million devices cost three times as much as the file.
 * @param tell is told of each piece how many rows are in it.
 */
export async function* copiedCsv(
  chunks: AsyncIterable<Uint8Array>,
  columns: readonly CopiedColumn[],
  timeZone: string,
  tell: (rows: number) => void,
): AsyncGenerator<Uint8Array> {
  const { iso } = zoneClock(timeZone);
  const writers = columns.flatMap((one) => cellWriters(one, iso));
  const output: Output = { bytes: Buffer.allocUnsafeSlow(roomBytes), length: 0 };
  for await (const rows of wholeRows(chunks)) {
    tell(addRows(output, rows, writers));
    if (output.length < pieceBytes) continue;
    yield output.bytes.subarray(0, output.length);
    output.bytes = Buffer.allocUnsafeSlow(roomBytes);
    output.length = 0;
  }
  if (output.length > 0) yield output.bytes.subarray(0, output.length);
}

/** What is on its way into the file. */
type Output = { bytes: Buffer; length: number };

/** Adds whole rows; how many they are. No function holds on to what changes by the byte: that would take three times as long. */
function addRows(output: Output, rows: Buffer, writers: readonly Writer[]): number {
  const last = writers.length - 1;
  let to = output.bytes;
  if (to.length - output.length < rows.length) to = enlarge(output, output.length, rows.length);
  let put = output.length;
  /** What is left when all the rest has been taken over as it is. */
  let spare = to.length - put - rows.length;
  let count = 0;
  let column = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const from = at;
    const begun = put;
    let byte = rows[at] as number;
    let sign = signs[byte] as number;
    let isOdd = false;
    while (sign !== end) {
      if (sign === odd) {
        isOdd = true;
        // What comes after it belongs to the cell, whatever it is.
        if (byte === backslash) {
          if (at + 2 >= rows.length) throw new Error('COPY ended within a row');
          to[put++] = byte;
          byte = rows[++at] as number;
        }
      }
      to[put++] = byte;
      byte = rows[++at] as number;
      sign = signs[byte] as number;
    }
    const writer = writers[column] as Writer;
    if (at > from && writer !== null && (writer.always || isOdd || !standsAsItIs(rows, from, at))) {
      const cell = writer.write(rows, from, at);
      const more = cell.length - (at - from);
      spare -= more;
      if (spare < 0) {
        spare -= to.length;
        to = enlarge(output, put, more);
        spare += to.length;
      }
      put = begun;
      for (let index = 0; index < cell.length; index += 1) to[put++] = cell[index] as number;
    }
    if (byte === comma) {
      column += 1;
    } else {
      if (column !== last) throw new Error(`a row has ${column + 1} cells instead of ${last + 1}`);
      spare -= 1;
      if (spare < 0) {
        spare -= to.length;
        to = enlarge(output, put, 1);
        spare += to.length;
      }
      to[put++] = carriageReturn;
      column = 0;
      count += 1;
    }
    to[put++] = byte;
  }
  output.length = put;
  return count;
}

function enlarge(output: Output, used: number, bytes: number): Buffer {
  const larger = Buffer.allocUnsafeSlow(output.bytes.length * 2 + bytes);
  output.bytes.copy(larger, 0, 0, used);
  output.bytes = larger;
  return larger;
}
