import type { Capability } from '../capability.ts';
import { actingExporter } from './export.ts';
import { actingMails } from './mails.ts';
import { actingRoutes } from './routes.ts';

export const acting: Capability = {
  name: 'acting',
  optional: false,
  routes: actingRoutes,
  mails: actingMails,
  exporters: [actingExporter],
};
