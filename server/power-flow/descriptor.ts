import type { Capability } from '../capability.ts';
import { sumUpDays } from './days.ts';
import { historyExporter } from './export.ts';
import { livePicture } from './live.ts';
import { powerFlowRoutes } from './routes.ts';
import { powerFlowSite } from './site-options.ts';

export const powerFlow: Capability = {
  name: 'power-flow',
  optional: true,
  routes: powerFlowRoutes,
  exporters: [historyExporter],
  live: [livePicture],
  rollUps: [sumUpDays],
  site: powerFlowSite,
};
