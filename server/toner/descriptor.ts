import type { Capability } from '../capability.ts';
import { tonerExporter, tonerOrderExporter } from './export.ts';
import { tonerWatch } from './lows.ts';
import { tonerMails } from './mails.ts';
import { tonerRoutes } from './routes.ts';
import { tonerSite } from './site-options.ts';
import { makeTrends } from './trends.ts';
import { tonerNeeds } from './needs.ts';

/** Toner and ink: levels, when they will be empty, what to order, who is told (C-12, C-03). */
export const toner: Capability = {
  name: 'toner',
  optional: true,
  routes: tonerRoutes,
  mails: tonerMails,
  exporters: [tonerExporter, tonerOrderExporter],
  needs: tonerNeeds,
  jobs: [tonerWatch],
  rollUps: [makeTrends],
  site: tonerSite,
};
