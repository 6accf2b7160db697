import { sql, type RawBuilder } from 'kysely';
import { placeOfSize } from '../../../domain/counters/paper-choice.ts';
import type { CounterPlace, PaperSize } from '../../../domain/counters/places.ts';

type ValueOf = (place: CounterPlace) => RawBuilder<unknown>;

/** Of what is counted, without the sizes of paper that are not displayed. */
export function displayedPlaces(places: readonly CounterPlace[], sizes: readonly PaperSize[]): CounterPlace[] {
  const displayed = new Set<CounterPlace>(sizes.map(placeOfSize));
  return places.filter((place) => !place.startsWith('paper') || displayed.has(place));
}

/** The rule of `othersOf` (domain/counters/stacks.ts) as SQL; null where some of it is not counted at all. */
export function othersIn(
  places: readonly CounterPlace[],
  sizes: readonly PaperSize[],
  valueOf: ValueOf,
): RawBuilder<unknown> | null {
  const papers = places.filter((place) => place.startsWith('paper'));
  const shown = displayedPlaces(papers, sizes);
  if (!places.includes('total') || shown.length === papers.length) return null;
  const known = sql`coalesce(${sql.join(papers.map(valueOf))})`;
  const displayed = shown.map((place) => sql` - coalesce(${valueOf(place)}, 0)`);
  return sql`case when ${known} is not null then ${valueOf('total')}${sql.join(displayed, sql``)} end`;
}
