import { csvText } from '../../domain/exports/csv.ts';
import type { CopiedColumn, Words } from './copied-cells.ts';
import { instantOf, unescaped } from './copied-rows.ts';

/** Different texts of a column whose words are known. */
const wordsKept = 4_096;

/** Gives what a cell is in the file, good until it is asked again; `always`, or only where the bytes that came cannot stand there. */
type Write = (bytes: Buffer, from: number, until: number) => Uint8Array;
/** Null: they always can. */
export type Writer = { always: boolean; write: Write } | null;

/** One for each cell that a column has. */
export function cellWriters({ column, words }: CopiedColumn, iso: (at: number) => string): Writer[] {
  switch (column.kind) {
    case 'integers':
      return column.of.map(() => null);
    case 'integer':
    case 'date':
      return [null];
    case 'instant':
      return [{ always: true, write: instants(iso) }];
    case 'text':
    case 'code':
      return [{ always: words !== undefined, write: remembering(words ? wordWriter(words) : textAt) }];
  }
}

/** In long files the same text often stands below itself, and then is looked at once. */
function remembering(write: Write): Write {
  let last: Buffer = Buffer.alloc(0);
  let begun = 0;
  let size = 0;
  let written: Uint8Array = last;
  return (bytes, from, until) => {
    let same = until - from;
    if (same === size) while (same > 0 && last[begun + same - 1] === bytes[from + same - 1]) same -= 1;
    if (same === 0) return written;
    last = bytes;
    begun = from;
    size = until - from;
    written = write(bytes, from, until);
    return written;
  };
}

const foundAt = (bytes: Buffer, from: number, until: number) => unescaped(bytes.toString('utf8', from, until));

function textAt(bytes: Buffer, from: number, until: number): Uint8Array {
  return Buffer.from(csvText(foundAt(bytes, from, until)));
}

/** So many bytes are one number, by which their words are found without a text. */
const bytesOfNumberMax = 6;

function wordWriter(words: Words): Write {
  const known = new Map<string | number, Uint8Array>();
  return (bytes, from, until) => {
    const key = until - from <= bytesOfNumberMax ? numberAt(bytes, from, until) : foundAt(bytes, from, until);
    const found = known.get(key);
    if (found) return found;
    const written = Buffer.from(csvText(words(foundAt(bytes, from, until)) ?? ''));
    if (known.size >= wordsKept) known.clear();
    known.set(key, written);
    return written;
  };
}

function numberAt(bytes: Buffer, from: number, until: number): number {
  let number = 0;
  for (let at = from; at < until; at += 1) number = number * 256 + (bytes[at] as number);
  return number;
}

/** Each goes into the file before the next one is asked for, and so they share their place. */
function instants(iso: (at: number) => string): Write {
  let place = new Uint8Array(0);
  return (bytes, from, until) => {
    const text = iso(instantAt(bytes, from, until));
    if (place.length !== text.length) place = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) place[at] = text.charCodeAt(at);
    return place;
  };
}

const zero = 48;
const dayEnd = 10;
const firstPlainYear = 100;
const space = 32;
const hyphen = 45;
const plus = 43;
const hourMs = 3_600_000;

/** The moment, to the second, that stands there as PostgreSQL writes it: `2026-11-01 09:00:00.123+09`. */
function instantAt(bytes: Buffer, from: number, until: number): number {
  const number = (at: number) => (bytes[at] as number) * 10 + (bytes[at + 1] as number) - 11 * zero;
  const sign = bytes[until - 3];
  const year = number(from) * 100 + number(from + 2);
  const isPlain = bytes[from + dayEnd] === space && (sign === plus || sign === hyphen) && year >= firstPlainYear;
  // Years of more than four digits, zones with minutes, and years that `Date.UTC` takes for others.
  if (!isPlain) return instantOf(bytes.toString('latin1', from, until));
  const time = dayEnd + 1 + from;
  const local = Date.UTC(
    year,
    number(from + 5) - 1,
    number(from + 8),
    number(time),
    number(time + 3),
    number(time + 6),
  );
  return local - (sign === plus ? 1 : -1) * number(until - 2) * hourMs;
}
