import type { Capability } from '../capability.ts';
import { contactRequestPersonalData } from './personal-data.ts';
import { contactDeskRoutes } from './desk-routes.ts';
import { contactRequestExporter } from './export.ts';
import { contactRequestMails } from './mails.ts';
import { contactRequestNeeds } from './needs.ts';
import { contactRequestRetention } from './retention.ts';
import { contactRequestRoutes } from './routes.ts';
import { contactRequestSite } from './site-options.ts';

export const contactRequests: Capability = {
  name: 'contact-requests',
  optional: true,
  personalData: contactRequestPersonalData,
  routes: [...contactRequestRoutes, ...contactDeskRoutes],
  mails: contactRequestMails,
  needs: contactRequestNeeds,
  exporters: [contactRequestExporter],
  jobs: [contactRequestRetention],
  site: contactRequestSite,
};
