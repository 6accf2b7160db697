import type { Verdict } from '../verdict.ts';

/** What the code on a label says: which device, and the code that proves that one has it, where the label has both. */
export type Label = { serial: string; claimCode: string | null };

/** The text of the square code on a label: serial number and claim code, a blank between them (E-03). */
export function writeLabel({ serial, claimCode }: { serial: string; claimCode: string }): string {
  return `${serial} ${claimCode}`;
}

/** A serial number and a code with room to spare; a longer text, which a square code may hold, would be searched for long. */
const labelCharactersMax = 200;
const both = /^\s*(\S+)[\s,;]+(\S{1,80})\s*$/u;

/**
 * Reads a label with serial number and claim code as `writeLabel` writes them; a comma or semicolon between them will do.
 * @param read reads a serial number of the site.
 * @returns null where the text is not the two of them; then it may still have a serial number in it.
 */
export function readLabel(text: string, read: (typed: string) => Verdict<string>): Label | null {
  if (text.length > labelCharactersMax) return null;
  const [, first = '', second = ''] = both.exec(text) ?? [];
  const serial = read(first);
  // A second serial number is none's proof.
  if (!serial.ok || read(second).ok) return null;
  return { serial: serial.value, claimCode: second };
}
