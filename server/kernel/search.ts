import { sql, type RawBuilder } from 'kysely';
import { patternOf } from './http/list.ts';

/** A text as it is compared: width and case are no difference. */
export function asCompared(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** What somebody typed, as the pattern of `like` that finds it anywhere; compared with normalised text in lower case. */
export function asSearched(text: string): string {
  return patternOf(asCompared(text));
}

/**
 * Whether a column has the text somewhere, through an index of `bigrams(column)`. Two characters are one of them; for more, they also
 * have to stand in a row; one is in none. `common`: so many rows have it that looking at one after the other finds them sooner.
 */
export function contains(column: string, text: string, common = false): RawBuilder<boolean> {
  const characters = [...text];
  const inRow = sql<boolean>`${sql.ref(column)} like ${patternOf(text)}`;
  const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  const through = sql<boolean>`bigrams(${sql.ref(column)}) @> ${pairs}::text[]`;
  if (common || pairs.length === 0) return inRow;
  return pairs.length === 1 ? through : sql<boolean>`${through} and ${inRow}`;
}
