import type { Language } from '../site/languages.ts';
import { isOwn, placeOf, type CounterPlace, type CounterUnit, type Dimensions, type OwnPlace } from './places.ts';

type Localised = Record<Language, string>;
/** In what something is counted: a sign for all languages, or words. */
export type Unit = string | Localised;
type Counter = Dimensions & {
  code: string;
  name: Localised;
  unit?: Unit | undefined;
  counts?: CounterUnit | undefined;
};
type Model = { counters: readonly Counter[] };

/** A column out of a site's data. */
export type OwnColumn = { place: OwnPlace; name: Localised; unit: Unit | null };

/** What one of a counter is: of those with a dimension impressions, of a site's own uses, where nothing else is said. */
export function countsOf(counter: Counter): CounterUnit {
  return counter.counts ?? (isOwn(placeOf(counter) ?? '') ? 'uses' : 'impressions');
}

/** Whether any model counts what goes through on paper; where none does nothing is said of paper. */
export function countsSheets(models: readonly Model[]): boolean {
  return models.some(({ counters }) => counters.some((one) => ['impressions', 'sheets'].includes(countsOf(one))));
}

/** The columns of a site's own in the order of its data; the first model that counts it says how it is called. */
export function ownColumnsOf(models: readonly Model[]): OwnColumn[] {
  const found = new Map<CounterPlace, OwnColumn>();
  for (const counter of models.flatMap(({ counters }) => counters)) {
    const place = placeOf(counter);
    if (place && isOwn(place) && !found.has(place))
      found.set(place, { place, name: counter.name, unit: counter.unit ?? null });
  }
  return [...found.values()];
}

/** In what every model counts its total, where that is said and the same for all; else null. */
export function totalUnitOf(models: readonly Model[]): Unit | null {
  const totals = models.flatMap(({ counters }) => counters.filter(({ total }) => total));
  const [first] = totals;
  const isSame = (one: Counter) =>
    countsOf(one) === 'uses' && JSON.stringify(one.unit) === JSON.stringify(first?.unit ?? null);
  return first?.unit !== undefined && totals.every(isSame) ? first.unit : null;
}

/** A unit in words. */
export function unitWords(unit: Unit, language: Language): string {
  return typeof unit === 'string' ? unit : unit[language];
}

/** A heading with the unit of its figures. */
export function headingWith(name: string, unit: Unit | null, language: Language): string {
  if (unit === null) return name;
  const words = unitWords(unit, language);
  return language === 'ja' ? `${name}（${words}）` : `${name} (${words})`;
}
