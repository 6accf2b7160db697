import { z } from 'zod';
import { countsOf, countsSheets, ownColumnsOf, totalUnitOf } from '../../domain/counters/own.ts';
import { counterUnits } from '../../domain/counters/places.ts';
import { counterOptions, deviceOptions } from '../../domain/site/capabilities.ts';
import type { SiteOptions } from '../capability.ts';
import { localised } from '../kernel/http/schemas.ts';
import { countersOf } from './ledger/models.ts';
import { counterPlace, ownPlaceSchema } from './schemas.ts';

/** A sign for all languages, or words. */
const unit = z.union([z.string(), localised]).nullable();

const shown = z.strictObject({
  closingDays: z.int(),
  keep: z.strictObject({ dayMonths: z.int(), paperDayMonths: z.int(), years: z.int() }),
  /** What each model counts, in the order of its counters. */
  models: z.array(
    z.strictObject({
      id: z.string(),
      counters: z.array(z.strictObject({ place: counterPlace, counts: z.enum(counterUnits), unit })),
    }),
  ),
  /** Columns of the site's own in their order, as its data call them. */
  own: z.array(z.strictObject({ place: ownPlaceSchema, name: localised, unit })),
  /** In what totals are counted, where it is uses and the same for all models. */
  totalUnit: unit,
  /** Whether sheets or sides of them are counted; where none are nothing is said of paper. */
  sheets: z.boolean(),
});

/** What this capability makes of a site's data; counters and their ordinals are remembered by `devices`. */
export const counterSite: SiteOptions = {
  schema: shown,
  present: (site): z.infer<typeof shown> => ({
    ...counterOptions(site),
    models: deviceOptions(site).models.flatMap(({ id, counters }) => {
      const { catalogue } = countersOf(site, id);
      if (catalogue.size === 0) return [];
      return [
        {
          id,
          counters: [...catalogue].flatMap(([place, ordinal]) => {
            const counter = counters[ordinal];
            return counter ? [{ place, counts: countsOf(counter), unit: counter.unit ?? null }] : [];
          }),
        },
      ];
    }),
    own: ownColumnsOf(deviceOptions(site).models),
    totalUnit: totalUnitOf(deviceOptions(site).models),
    sheets: countsSheets(deviceOptions(site).models),
  }),
  codes: () => [],
};
