import type { Reading } from '../../../domain/readings/reading.ts';

/** A reading with its key, as it is stored. */
export type Row = { deviceKey: number; timeMs: number; reading: Reading };

export const copyReadings = 'copy readings (device_key, at, measured, texts, marks) from stdin (format binary)';

const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const fields = 5;
const epochMs = Date.UTC(2000, 0, 1);
const float8Oid = 701;
const int2Oid = 21;
const arrayHeadBytes = 20;
const above32 = 2 ** 32;

/** Rows as PostgreSQL's COPY takes them in binary: no text is made of a number and none is read again. */
export function encodeRows(rows: readonly Row[]): Buffer {
  const texts = rows.map(({ reading }) => (reading.texts ? Buffer.from(JSON.stringify(reading.texts)) : null));
  const bytes = rows.reduce((sum, row, at) => sum + rowBytesMax(row, texts[at] ?? null), signature.length + 2);
  const out = Buffer.allocUnsafe(bytes);
  let at = signature.copy(out);
  for (const [index, row] of rows.entries()) at = writeRow(out, at, row, texts[index] ?? null);
  at = out.writeInt16BE(-1, at);
  return out.subarray(0, at);
}

function rowBytesMax({ reading }: Row, text: Buffer | null): number {
  const { measured, marks } = reading;
  return (
    2 +
    12 +
    12 +
    4 +
    arrayHeadBytes +
    12 * measured.length +
    5 +
    (text?.length ?? 0) +
    4 +
    arrayHeadBytes +
    6 * (marks?.length ?? 0)
  );
}

function writeRow(out: Buffer, start: number, { deviceKey, timeMs, reading }: Row, text: Buffer | null): number {
  let at = out.writeInt16BE(fields, start);
  at = writeInt64(out, out.writeInt32BE(8, at), deviceKey);
  at = writeInt64(out, out.writeInt32BE(8, at), (timeMs - epochMs) * 1000);
  at = writeArray(out, at, float8Oid, reading.measured, 8, (value, place) => out.writeDoubleBE(value, place));
  if (text) {
    at = out.writeInt32BE(text.length + 1, at);
    // The version of jsonb's form.
    at = out.writeUInt8(1, at);
    at += text.copy(out, at);
  } else at = out.writeInt32BE(-1, at);
  if (!reading.marks) return out.writeInt32BE(-1, at);
  return writeArray(out, at, int2Oid, reading.marks, 2, (value, place) => out.writeInt16BE(value, place));
}

/** A whole number below 2⁵³, of either sign. */
function writeInt64(out: Buffer, at: number, value: number): number {
  const high = Math.floor(value / above32);
  return out.writeUInt32BE(value - high * above32, out.writeInt32BE(high, at));
}

function writeArray(
  out: Buffer,
  start: number,
  elementOid: number,
  values: readonly (number | null)[],
  elementBytes: number,
  write: (value: number, place: number) => number,
): number {
  let at = start + 4;
  at = out.writeInt32BE(values.length > 0 ? 1 : 0, at);
  at = out.writeInt32BE(values.includes(null) ? 1 : 0, at);
  at = out.writeInt32BE(elementOid, at);
  if (values.length > 0) at = out.writeInt32BE(1, out.writeInt32BE(values.length, at));
  for (const value of values) {
    at = out.writeInt32BE(value === null ? -1 : elementBytes, at);
    if (value !== null) at = write(value, at);
  }
  out.writeInt32BE(at - start - 4, start);
  return at;
}
