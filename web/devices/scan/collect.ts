import type { Verdict } from '../../../domain/verdict.ts';

/** As many as a draft of 16 KB holds where serial numbers have forty characters, with what is said for all of them beside. */
export const scannedMax = 300;

export type Read = (text: string) => Verdict<string>;
export type Outcome = { kind: 'added' | 'again' | 'unfit' | 'full'; text: string };

/** What stands between the parts of a longer code, as in `S/N:…` or `https://…?sn=…`. */
const between = /[\s,;:=&?/|#]+/u;

/**
 * The serial number that a code or somebody's typing holds: the text itself, or the one part of a longer text that reads as a serial
 * number. Two that differ are none: guessing would register another unit.
 */
export function serialIn(text: string, read: Read): string | null {
  const whole = read(text);
  if (whole.ok) return whole.value;
  const parts = text.split(between).flatMap((part) => {
    const found = read(part);
    return found.ok ? [found.value] : [];
  });
  const [only, another] = [...new Set(parts)];
  return only !== undefined && another === undefined ? only : null;
}

/** Takes one more text in; what was there keeps its order. */
export function collect(
  serials: readonly string[],
  text: string,
  read: Read,
): { serials: readonly string[]; outcome: Outcome } {
  const serial = serialIn(text, read);
  if (serial === null) return { serials, outcome: { kind: 'unfit', text: text.trim().slice(0, 60) } };
  if (serials.includes(serial)) return { serials, outcome: { kind: 'again', text: serial } };
  if (serials.length >= scannedMax) return { serials, outcome: { kind: 'full', text: serial } };
  return { serials: [...serials, serial], outcome: { kind: 'added', text: serial } };
}
