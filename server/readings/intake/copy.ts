import type { Reading } from '../../../domain/readings/reading.ts';
import { arrayBytesMax, jsonBytes, oids, wideBytes, writeArray, writeInt64, writeJson, writeTime } from './binary.ts';

/** A reading with its key, as it is stored. */
export type Row = { deviceKey: number; timeMs: number; reading: Reading };

export const copyReadings = 'copy readings (device_key, at, measured, texts, marks) from stdin (format binary)';

const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const fields = 5;

export const textsOf = ({ reading }: Row) => (reading.texts ? Buffer.from(JSON.stringify(reading.texts)) : null);

/** Bytes of what was measured, at most. */
export const readingBytesMax = ({ reading: { measured, marks } }: Row, text: Buffer | null) =>
  arrayBytesMax(measured.length, 8) + jsonBytes(text) + arrayBytesMax(marks?.length ?? 0, 2);

/** Rows as PostgreSQL's COPY takes them in binary. */
export function encodeRows(rows: readonly Row[]): Buffer {
  const texts = rows.map(textsOf);
  const bytesMax = rows.reduce((sum, row, index) => sum + rowBytesMax(row, texts[index] ?? null), signature.length + 2);
  const out = Buffer.allocUnsafe(bytesMax);
  let at = signature.copy(out);
  for (const [index, row] of rows.entries()) at = writeRow(out, at, row, texts[index] ?? null);
  at = out.writeInt16BE(-1, at);
  return out.subarray(0, at);
}

const rowBytesMax = (row: Row, text: Buffer | null) => 2 + wideBytes + wideBytes + readingBytesMax(row, text);

function writeRow(out: Buffer, start: number, { deviceKey, timeMs, reading }: Row, text: Buffer | null): number {
  let at = out.writeInt16BE(fields, start);
  at = writeTime(out, writeInt64(out, at, deviceKey), timeMs);
  at = writeArray(out, at, reading.measured, oids.float8);
  at = writeJson(out, at, text);
  return writeArray(out, at, reading.marks, oids.int2);
}
