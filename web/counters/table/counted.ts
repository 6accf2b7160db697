import { useLocale, useTranslations } from 'use-intl';
import { headingWith, unitWords } from '../../../domain/counters/own.ts';
import { isOwn, tabsOf, type CounterPlace, type CounterTab } from '../../../domain/counters/places.ts';
import { others, type Part } from '../../../domain/counters/stacks.ts';
import { useSite } from '../../context/site.ts';
import type { OfPeriod } from '../requests.ts';

type Counted = {
  /** What a model counts. */
  placesOf: (model: string) => ReadonlySet<CounterPlace>;
  /** Of a model that counts areas, or uses that no heading names: in what; null for one that counts impressions. */
  unitOf: (model: string) => string | null;
  /** As `unitOf`, where there are no headings. */
  unitAlone: (model: string) => string | null;
  /** What any of them counts, own columns in the order of the site's data. */
  places: readonly CounterPlace[];
  /** The tabs that say anything at this site. */
  tabs: readonly CounterTab[];
  /** What a column is called. */
  nameOf: (part: Part) => string;
};

/** What the models of the site count, and in which unit. */
export function useCounted(): Counted {
  const t = useTranslations('counters');
  const locale = useLocale();
  const { models: all = [], own = [], totalUnit = null } = useSite().capabilities.counters ?? {};
  const models = new Map(all.map(({ id, counters }) => [id, counters]));
  // The client's types have a place of a site's own as any text.
  const placesIn = (counters: { place: string }[] = []) => new Set(counters.map(({ place }) => place as CounterPlace));
  const columns = new Map<string, (typeof own)[number]>(own.map((one) => [one.place, one]));
  const known = [...placesIn(all.flatMap(({ counters }) => counters))].filter((place) => !isOwn(place));
  const places = [...known, ...placesIn(own)];
  const unitAlone = (model: string) => {
    const counters = models.get(model) ?? [];
    const area = counters.find(({ counts, unit }) => counts === 'area' && unit !== null);
    if (area?.unit) return t('counted', { unit: unitWords(area.unit, locale) });
    const total = counters.find(({ place, counts, unit }) => place === 'total' && counts === 'uses' && unit !== null);
    return total?.unit ? t('countedIn', { unit: unitWords(total.unit, locale) }) : null;
  };
  return {
    placesOf: (model) => placesIn(models.get(model)),
    unitOf: (model) => (totalUnit === null ? unitAlone(model) : null),
    unitAlone,
    places,
    tabs: tabsOf(places),
    nameOf: (part) => {
      if (part === others || !isOwn(part))
        return headingWith(t(`places.${part}`), part === 'total' ? totalUnit : null, locale);
      const column = columns.get(part);
      return column ? headingWith(column.name[locale], column.unit, locale) : part;
    },
  };
}

/** A column of the answer and its place in the arrays of figures. */
export type ShownColumn = { place: CounterPlace; at: number };

/** The columns that say anything: the total, what is counted by a model that is shown, and what is in the sums over all pages. */
export function columnsShown(
  {
    columns,
    items,
    totals,
  }: Pick<OfPeriod, 'columns'> & {
    items: readonly { model: string }[];
    totals: Pick<NonNullable<OfPeriod['totals']>, 'figures'> | null;
  },
  placesOf: Counted['placesOf'],
): ShownColumn[] {
  const counted = [...new Set(items.map(({ model }) => model))].map((model) => placesOf(model));
  return columns.flatMap((place, at) => {
    const summed = (totals?.figures[at] ?? null) !== null;
    return place === 'total' || summed || counted.some((places) => places.has(place)) ? [{ place, at }] : [];
  });
}
