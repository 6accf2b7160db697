const fieldBytesMax = 0xffff;
const lengthBytes = 2;

/**
 * Puts fields one after the other so that no two lists of fields give the same bytes: each has its length before it, as two bytes
 * with the higher one first.
 * @param fields a text stands as UTF-8, a number from 0 to 255 as one byte. A longer field is a bug and throws.
 * @param label stands before them as it is, in ASCII: what the fields are for.
 */
export function joinFields(fields: readonly (string | number)[], label = ''): Uint8Array {
  let bytes = label.length;
  for (const field of fields) bytes += lengthBytes + lengthOf(field);
  // From the pool, as every byte of it is written: a report makes millions of these.
  const joined = Buffer.allocUnsafe(bytes);
  let at = joined.write(label, 'latin1');
  for (const field of fields) {
    const length = lengthOf(field);
    if (length > fieldBytesMax) throw new RangeError(`a field has at most ${fieldBytesMax} bytes`);
    at = joined.writeUInt16BE(length, at);
    if (typeof field === 'number') joined.writeUInt8(field, at);
    else joined.write(field, at);
    at += length;
  }
  return joined;
}

function lengthOf(field: string | number): number {
  return typeof field === 'string' ? Buffer.byteLength(field) : 1;
}
