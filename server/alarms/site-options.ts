import { z } from 'zod';
import type { SiteOptions } from '../capability.ts';

const shown = z.strictObject({});

/** What this capability makes of a site's data. Codes of status may come, change and go: alarms keep them as the device said them. */
export const alarmSite: SiteOptions = {
  schema: shown,
  present: (): z.infer<typeof shown> => ({}),
  codes: () => [],
};
