import type { Capability } from '../capability.ts';
import { registrationKeyPersonalData } from './personal-data.ts';
import { bindingReplay } from './journal.ts';
import { bulkImporter } from './bulk/importer.ts';
import { registrationKeyExporters } from './exporters.ts';
import { batchRoutes } from './batches/routes.ts';
import { activationKeyImporter } from './importer.ts';
import { keyMoved } from './moves/mail.ts';
import { moveRoutes } from './moves/routes.ts';
import { registrationKeyMails } from './mails.ts';
import { registrationKeySite } from './site-options.ts';
import { reportExporters } from './report-exporters.ts';
import { reportRoutes } from './report-routes.ts';
import { registrationKeyRoutes } from './routes.ts';
import { registrationKeyNeeds } from './needs.ts';

export const registrationKeys: Capability = {
  name: 'registration-keys',
  replays: [bindingReplay],
  optional: true,
  personalData: registrationKeyPersonalData,
  routes: [...reportRoutes, ...registrationKeyRoutes, ...batchRoutes, ...moveRoutes],
  mails: [...registrationKeyMails, keyMoved],
  importers: [activationKeyImporter, bulkImporter],
  exporters: [...registrationKeyExporters, ...reportExporters],
  needs: registrationKeyNeeds,
  site: registrationKeySite,
};
