import type { Reading } from './reading.ts';

export type Merged = {
  reading: Reading;
  /** Whether the second brought anything that the first did not have. */
  grown: boolean;
  /** Metrics that both have with different values: the first one's stays (decisions.md "Storage of readings"). */
  differing: number;
};

/** Makes one of two messages of the same device and time. Merging the same once more changes nothing. */
export function mergeReadings(first: Reading, second: Reading): Merged {
  const measured: (number | null)[] = [];
  const taken = new Set<number>();
  let differing = 0;
  for (let ordinal = 0; ordinal < Math.max(first.measured.length, second.measured.length); ordinal += 1) {
    const old = first.measured[ordinal] ?? null;
    const added = second.measured[ordinal] ?? null;
    measured.push(old ?? added);
    if (old === null && added !== null) taken.add(ordinal);
    // −0 and 0 are one value.
    else if (old !== null && added !== null && old !== added) differing += 1;
  }
  const texts: Record<string, string> = { ...first.texts };
  let textsTaken = 0;
  for (const [ordinal, text] of Object.entries(second.texts ?? {})) {
    if (texts[ordinal] === undefined) {
      texts[ordinal] = text;
      textsTaken += 1;
    } else if (texts[ordinal] !== text) differing += 1;
  }
  const marks = [...(first.marks ?? []), ...(second.marks ?? []).filter((ordinal) => taken.has(ordinal))];
  return {
    reading: {
      measured,
      texts: first.texts || second.texts ? texts : null,
      marks: marks.length > 0 ? marks.toSorted((a, b) => a - b) : null,
    },
    grown: taken.size > 0 || textsTaken > 0,
    differing,
  };
}
