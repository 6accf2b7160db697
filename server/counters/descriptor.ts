import type { Capability } from '../capability.ts';
import { counterPersonalData } from './personal-data.ts';
import { counterContribution } from './columns.ts';
import { counterExporter } from './exporter.ts';
import { groupOfDeviceRoutes } from './groups/device-group.ts';
import { groupRoutes } from './groups/routes.ts';
import { forgetCounters } from './kept/forget.ts';
import { counterEntries } from './ledger/take.ts';
import { paperRoutes } from './paper/routes.ts';
import { counterRoutes } from './routes.ts';
import { counterSite } from './site-options.ts';
import { zoneRoutes } from './zones/routes.ts';

/** What devices count, by day and month (C-04 to C-08). */
export const counters: Capability = {
  name: 'counters',
  optional: true,
  personalData: counterPersonalData,
  routes: [...groupRoutes, ...zoneRoutes, ...groupOfDeviceRoutes, ...paperRoutes, ...counterRoutes],
  exporters: [counterExporter],
  jobs: [forgetCounters],
  reports: [counterEntries],
  devices: counterContribution,
  site: counterSite,
};
