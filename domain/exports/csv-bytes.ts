/** By what a text begins that is a formula, a number or empty space, or may be: of signs that have several bytes, by the first. */
const opening = new Uint8Array(256);
for (const sign of "\t\n\v\f\r '=+-@0123456789") opening[sign.charCodeAt(0)] = 1;
/** First bytes of signs of which some are empty space or stand for `=`, `+`, `-` and `@` in full width. */
const wide = 2;
for (const byte of [0xc2, 0xe1, 0xe2, 0xe3, 0xef]) opening[byte] = wide;
const spaceBelow = 0x21;
const continued = 0x80;

/**
 * Whether a text in UTF-8 that holds no quote, comma, or end of a line can be told to stand in CSV as it is, by its first and last bytes alone;
 * of some that can it says no, and `csvText` has to look.
 * @param bytes have the text from `from` up to `until`; it is not empty.
 */
export function standsAsItIs(bytes: Uint8Array, from: number, until: number): boolean {
  const first = opening[bytes[from] as number];
  if (first === 1 || (first === wide && mayBeSpaceOrSign(bytes, from))) return false;
  const last = bytes[until - 1] as number;
  if (last < spaceBelow) return false;
  if (last < continued) return true;
  return !(until - from >= 3 && mayBeSpaceOrSign(bytes, until - 3)) && bytes[until - 2] !== 0xc2;
}

/** Of the signs with these first bytes only some blocks hold empty space or signs in full width. */
function mayBeSpaceOrSign(bytes: Uint8Array, at: number): boolean {
  const second = bytes[at + 1];
  switch (bytes[at]) {
    case 0xc2:
      return second === 0xa0; // U+00A0
    case 0xe1:
      return second === 0x9a; // U+1680
    case 0xe2:
      return second === 0x80 || second === 0x81; // U+2000 … U+205F
    case 0xe3:
      return second === 0x80; // U+3000
    case 0xef:
      return second === 0xbb || second === 0xbc; // U+FEFF, ＋－＝＠
    default:
      return false;
  }
}
