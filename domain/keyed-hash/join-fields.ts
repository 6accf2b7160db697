const fieldBytesMax = 0xffff;

/**
 * Puts fields one after the other so that no two lists of fields give the same bytes: each has its length before it, as two bytes
 * with the higher one first.
 * @param fields a text stands as UTF-8, a number from 0 to 255 as one byte. A longer field is a bug and throws.
 */
export function joinFields(fields: readonly (string | number)[]): Uint8Array {
  const lengths = fields.map((field) => (typeof field === 'string' ? Buffer.byteLength(field) : 1));
  // From the pool, as every byte of it is written: a report makes millions of these.
  const joined = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + 2 + length, 0));
  let at = 0;
  for (const [index, field] of fields.entries()) {
    const length = lengths[index] ?? 0;
    if (length > fieldBytesMax) throw new RangeError(`a field has at most ${fieldBytesMax} bytes`);
    at = joined.writeUInt16BE(length, at);
    if (typeof field === 'number') joined.writeUInt8(field, at);
    else joined.write(field, at);
    at += length;
  }
  return joined;
}
