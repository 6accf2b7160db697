import { fail, pass, type Verdict } from '../verdict.ts';
import { paperSizes, type CounterPlace, type KnownPlace, type PaperSize } from './places.ts';

/** What is displayed for who never chose (C-10). */
export const firstSizes: readonly PaperSize[] = ['A3', 'A4', 'B4', 'B5'];

/** The sizes among the places of a site's counters, in the order of all sizes. */
export function sizesIn(places: Iterable<CounterPlace>): PaperSize[] {
  const found = new Set(places);
  return paperSizes.filter((size) => found.has(placeOfSize(size)));
}

export function placeOfSize(size: PaperSize): KnownPlace {
  return `paper${size}`;
}

/**
 * What is displayed of the sizes that a site's models count: the stored choice, else the defaults. Where nothing of it is counted any more, or none of the defaults is, all
 * are.
 */
export function displayedSizes(stored: readonly string[] | null, counted: readonly PaperSize[]): PaperSize[] {
  const wanted: readonly string[] = stored ?? firstSizes;
  const found = counted.filter((size) => wanted.includes(size));
  return found.length > 0 ? found : [...counted];
}

/** Checks a choice: at least one of the sizes that are counted (C-10); what nobody counts is left out. */
export function checkSizes(
  wanted: readonly PaperSize[],
  counted: readonly PaperSize[],
): Verdict<PaperSize[], 'paper-none'> {
  const found = counted.filter((size) => wanted.includes(size));
  return found.length > 0 ? pass(found) : fail('paper-none');
}
