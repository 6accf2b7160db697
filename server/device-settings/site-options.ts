import { z } from 'zod';
import { deviceOptions } from '../../domain/site/capabilities.ts';
import type { SiteOptions } from '../capability.ts';

const shown = z.strictObject({
  /** Models of which something can be set. */
  models: z.array(z.string()),
});

/** What this capability makes of a site's data; settings and their ordinals are remembered by `devices`. */
export const deviceSettingSite: SiteOptions = {
  schema: shown,
  present: (site): z.infer<typeof shown> => ({
    models: deviceOptions(site).models.flatMap(({ id, settings }) => (settings.length > 0 ? [id] : [])),
  }),
  codes: () => [],
};
