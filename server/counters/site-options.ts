import { z } from 'zod';
import { counterPlaces, counterUnits } from '../../domain/counters/places.ts';
import { counterOptions, deviceOptions } from '../../domain/site/capabilities.ts';
import type { SiteOptions } from '../capability.ts';
import { countersOf } from './ledger/models.ts';

const shown = z.strictObject({
  closingDays: z.int(),
  keep: z.strictObject({ dayMonths: z.int(), paperDayMonths: z.int(), years: z.int() }),
  /** What each model counts, in the order of its counters. */
  models: z.array(
    z.strictObject({
      id: z.string(),
      counters: z.array(
        z.strictObject({ place: z.enum(counterPlaces), counts: z.enum(counterUnits), unit: z.string().nullable() }),
      ),
    }),
  ),
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
            return counter ? [{ place, counts: counter.counts, unit: counter.unit ?? null }] : [];
          }),
        },
      ];
    }),
  }),
  codes: () => [],
};
