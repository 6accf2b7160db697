// Everything people type or paste where a hyphen is meant: hyphens, dashes, minus signs, the two
// Japanese long-vowel marks, and the rules used for drawing boxes. The soft hyphen counts as one too.
const dashes =
  /[-\u00AD\u02D7\u058A\u1806\u2010-\u2015\u2043\u207B\u208B\u2212\u2500\u2501\u2E3A\u2E3B\u301C\u3030\u30FC\uFE58\uFE63\uFF0D\uFF70]/gu;

/**
 * Brings a typed code (device ID, key, phone, postal code) to its half-width form: NFKC, every dash as `-`,
 * blanks around it cut (P-18). Only for codes: names keep the characters in which they were written.
 */
export function normaliseCode(text: string): string {
  return text.replace(dashes, '-').normalize('NFKC').replace(dashes, '-').trim();
}
