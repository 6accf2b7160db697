import type { Capability } from '../capability.ts';
import { consentExporter, mailingExporter } from './export.ts';
import { mailingMails } from './mails.ts';
import { mailingRetention } from './retention.ts';
import { mailingRoutes } from './routes.ts';

export const mailings: Capability = {
  name: 'mailings',
  optional: false,
  routes: mailingRoutes,
  mails: mailingMails,
  exporters: [mailingExporter, consentExporter],
  jobs: [mailingRetention],
};
