import type { Capability } from '../capability.ts';
import { registrationKeyExporters } from './exporters.ts';
import { activationKeyImporter } from './importer.ts';
import { registrationKeyMails } from './mails.ts';
import { registrationKeySite } from './site-options.ts';
import { registrationKeyRoutes } from './routes.ts';

export const registrationKeys: Capability = {
  name: 'registration-keys',
  optional: true,
  routes: registrationKeyRoutes,
  mails: registrationKeyMails,
  importers: [activationKeyImporter],
  exporters: registrationKeyExporters,
  site: registrationKeySite,
};
