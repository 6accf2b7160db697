import { z } from 'zod';
import { readingOptions } from '../../domain/site/capabilities.ts';
import type { SiteOptions } from '../capability.ts';
import { openMasters } from './masters.ts';

const shown = z.strictObject({
  /** How many days single messages and means of minutes can be asked for. */
  keep: z.strictObject({ rawDays: z.int(), minuteDays: z.int() }),
});

/** What this capability makes of a site's data; metrics and their ordinals are remembered by `devices`. */
export const readingSite: SiteOptions = {
  schema: shown,
  present: (site): z.infer<typeof shown> => ({ keep: readingOptions(site).keep }),
  codes: (site) => {
    const { master } = readingOptions(site).factorySecret;
    return [{ kind: 'factory-secret', code: 'readings', fixed: { master } }];
  },
  open: openMasters,
};
