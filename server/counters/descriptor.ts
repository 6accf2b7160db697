import type { Capability } from '../capability.ts';
import { counterEntries } from './ledger/take.ts';
import { counterRoutes } from './routes.ts';
import { counterSite } from './site-options.ts';

/** What devices count, by day and month (C-04 to C-08). */
export const counters: Capability = {
  name: 'counters',
  optional: true,
  routes: counterRoutes,
  reports: [counterEntries],
  site: counterSite,
};
