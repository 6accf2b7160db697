import { type CodeLength, layouts } from './lengths.ts';

const wordBytes = 4;
const wordValues = 2 ** 32;

/**
 * Draws a code's value out of random bytes so that every value is equally likely. `bits10` are the last ten bits. The longer ones
 * take the first of the words of 32 bits (the higher byte first) that lies below the greatest multiple of the number of values,
 * and its rest: a plain rest of any word would favour the small values.
 * @param digest 32 bytes.
 * @returns null when no word fits, which happens once in 10¹³ digests or less often; the caller hashes on.
 */
export function drawValue(digest: Uint8Array, length: CodeLength): number | null {
  const bytes = Buffer.from(digest.buffer, digest.byteOffset, digest.byteLength);
  const { values, binaryDigits } = layouts[length];
  if (binaryDigits !== null) return bytes.readUInt16BE(bytes.length - 2) % values;
  const below = wordValues - (wordValues % values);
  for (let at = 0; at + wordBytes <= bytes.length; at += wordBytes) {
    const word = bytes.readUInt32BE(at);
    if (word < below) return word % values;
  }
  return null;
}
