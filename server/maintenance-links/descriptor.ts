import type { Capability } from '../capability.ts';
import { linkContribution } from './contribution.ts';
import { linkExporter } from './export.ts';
import { linkMails } from './mails.ts';
import { maintenanceLinkRoutes } from './routes.ts';
import { maintenanceLinkSite } from './site-options.ts';

/** A customer lets a dealer of its choice look after its devices (E-04). */
export const maintenanceLinks: Capability = {
  name: 'maintenance-links',
  optional: true,
  routes: maintenanceLinkRoutes,
  mails: linkMails,
  exporters: [linkExporter],
  devices: linkContribution,
  site: maintenanceLinkSite,
};
