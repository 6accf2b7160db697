import type { Capability } from '../capability.ts';
import { readingContribution } from './columns.ts';
import { liveReadings } from './live.ts';
import { readingMonths } from './partitions.ts';
import { rollUp } from './roll-up.ts';
import { readingRoutes } from './routes.ts';
import { readingSite } from './site-options.ts';
import { rollUpQueues } from './roll-up-queue.ts';

export const readings: Capability = {
  name: 'readings',
  optional: true,
  routes: readingRoutes,
  live: [liveReadings],
  jobs: [readingMonths, rollUp],
  queues: rollUpQueues,
  devices: readingContribution,
  site: readingSite,
};
