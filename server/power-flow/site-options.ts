import { z } from 'zod';
import { flows, meters, stores } from '../../domain/power-flow/flows.ts';
import { powerFlowOptions } from '../../domain/site/capabilities.ts';
import type { SiteOptions } from '../capability.ts';
import { localised } from '../kernel/http/schemas.ts';
import { flowsOfModels } from './device.ts';

const shown = z.strictObject({
  /** Models that measure flows, and which. */
  models: z.array(
    z.strictObject({
      model: z.string(),
      meters: z.array(z.enum(meters)),
      stores: z.array(z.enum(stores)),
      flows: z.array(z.enum(flows)),
    }),
  ),
  /** Words for what a store of energy does. */
  states: z.array(z.strictObject({ code: z.string(), name: localised })),
});

/** What this capability makes of a site's data; which metric is which flow may change, as nothing that is stored depends on it. */
export const powerFlowSite: SiteOptions = {
  schema: shown,
  present: (site): z.infer<typeof shown> => ({
    models: [...flowsOfModels(site)].map(([model, { places, sources }]) => ({
      model,
      meters: meters.filter((name) => places.meters[name]),
      stores: stores.filter((name) => places.stores[name]),
      flows: flows.filter((_, at) => sources[at]),
    })),
    states: powerFlowOptions(site).states,
  }),
  codes: () => [],
};
