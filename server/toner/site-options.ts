import { z } from 'zod';
import { tonerOptions } from '../../domain/site/capabilities.ts';
import { supplyColours } from '../../domain/toner/options.ts';
import type { SiteOptions } from '../capability.ts';
import { localised } from '../kernel/http/schemas.ts';
import { suppliesAt } from './supplies.ts';

const shown = z.strictObject({
  lowAt: z.number(),
  supplies: z.array(
    z.strictObject({
      model: z.string(),
      supply: z.string(),
      colour: z.enum(supplyColours),
      name: localised,
      order: z.string().nullable(),
      unit: z.string().nullable(),
      full: z.number(),
    }),
  ),
});

/** What this capability makes of a site's data; metrics are remembered by `devices`. */
export const tonerSite: SiteOptions = {
  schema: shown,
  present: (site): z.infer<typeof shown> => ({
    lowAt: tonerOptions(site).lowAt,
    supplies: suppliesAt(site).map(({ model, metric, colour, name, order, unit, full }) => ({
      model,
      supply: metric,
      colour,
      name,
      order: order ?? null,
      unit,
      full,
    })),
  }),
  codes: () => [],
};
