import { useTranslations } from 'use-intl';
import type { CounterPlace } from '../../../domain/counters/places.ts';
import { useSite } from '../../context/site.ts';
import type { OfPeriod } from '../requests.ts';

type Counted = {
  /** What a model counts. */
  placesOf: (model: string) => ReadonlySet<CounterPlace>;
  /** Of a model that counts areas: in what; null for one that counts impressions. */
  unitOf: (model: string) => string | null;
};

/** What the models of the site count, and in which unit. */
export function useCounted(): Counted {
  const t = useTranslations('counters');
  const models = new Map(useSite().capabilities.counters?.models.map(({ id, counters }) => [id, counters]));
  return {
    placesOf: (model) => new Set(models.get(model)?.map(({ place }) => place)),
    unitOf: (model) => {
      const area = models.get(model)?.find(({ counts, unit }) => counts === 'area' && unit !== null);
      return area?.unit ? t('counted', { unit: area.unit }) : null;
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
