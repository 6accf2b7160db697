import { z } from 'zod';
import { alarmOptions } from '../../domain/site/capabilities.ts';
import type { SiteOptions } from '../capability.ts';

const shown = z.strictObject({});

/** What this capability makes of a site's data. Codes of status may come, change and go: alarms keep them as the device said them. */
export const alarmSite: SiteOptions = {
  schema: shown,
  present: (): z.infer<typeof shown> => ({}),
  codes: () => [],
  open: async (_db, _provider, site) => {
    const told = alarmOptions(site).mailsTo === 'users' ? ['mail-notices'] : [];
    for (const needed of ['devices', 'readings', ...told])
      if (!(needed in site.capabilities))
        throw new Error(
          `site "${site.id}" switches on "alarms" without "${needed}", which says what they are about and who is told`,
        );
  },
};
