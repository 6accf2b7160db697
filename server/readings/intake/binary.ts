/** Values as PostgreSQL takes them in binary, each with its length before it: no text is made of a number and none is read again. */

const epochMs = Date.UTC(2000, 0, 1);
const above32 = 2 ** 32;
export const lengthBytes = 4;

/** What types PostgreSQL comes with are called inside it. */
export const oids = {
  bool: 16,
  int8: 20,
  int2: 21,
  float8: 701,
  int2Array: 1005,
  float8Array: 1022,
  timestamptz: 1184,
  jsonb: 3802,
} as const;

/** Bytes of a number or time of 64 bits, of true or false, of what stands before the elements of an array. */
export const wideBytes = lengthBytes + 8;
export const booleanBytes = lengthBytes + 1;
export const arrayHeadBytes = 20;

function writeNull(out: Buffer, at: number): number {
  return out.writeInt32BE(-1, at);
}

export function writeBoolean(out: Buffer, at: number, value: boolean): number {
  return out.writeUInt8(value ? 1 : 0, out.writeInt32BE(1, at));
}

/** A whole number below 2⁵³, of either sign. */
export function writeInt64(out: Buffer, at: number, value: number): number {
  const high = Math.floor(value / above32);
  return out.writeUInt32BE(value - high * above32, out.writeInt32BE(high, out.writeInt32BE(8, at)));
}

export function writeTime(out: Buffer, at: number, timeMs: number | null): number {
  return timeMs === null ? writeNull(out, at) : writeInt64(out, at, (timeMs - epochMs) * 1000);
}

export const jsonBytes = (text: Buffer | null) => lengthBytes + 1 + (text?.length ?? 0);

export function writeJson(out: Buffer, start: number, text: Buffer | null): number {
  if (!text) return writeNull(out, start);
  // The version of jsonb's form.
  const at = out.writeUInt8(1, out.writeInt32BE(text.length + 1, start));
  return at + text.copy(out, at);
}

export const arrayBytesMax = (length: number, elementBytes: number) =>
  lengthBytes + arrayHeadBytes + (lengthBytes + elementBytes) * length;

/** Numbers, of which those that are missing are null. */
export function writeArray(
  out: Buffer,
  start: number,
  values: readonly (number | null)[] | null,
  elementOid: typeof oids.float8 | typeof oids.int2,
): number {
  if (!values) return writeNull(out, start);
  const at = start + lengthBytes;
  const end = writeElements(out, writeArrayHead(out, at, values, elementOid), values, elementOid);
  out.writeInt32BE(end - at, start);
  return end;
}

/** What stands before the elements of an array, without the length of it all. */
export function writeArrayHead(out: Buffer, start: number, values: readonly unknown[], elementOid: number): number {
  let at = out.writeInt32BE(values.length > 0 ? 1 : 0, start);
  at = out.writeInt32BE(values.includes(null) ? 1 : 0, at);
  at = out.writeInt32BE(elementOid, at);
  return values.length > 0 ? out.writeInt32BE(1, out.writeInt32BE(values.length, at)) : at;
}

function writeElements(out: Buffer, start: number, values: readonly (number | null)[], elementOid: number): number {
  let at = start;
  for (const value of values) {
    if (value === null) at = writeNull(out, at);
    else if (elementOid === oids.float8) at = out.writeDoubleBE(value, out.writeInt32BE(8, at));
    else at = out.writeInt16BE(value, out.writeInt32BE(2, at));
  }
  return at;
}
