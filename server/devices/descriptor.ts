import type { Capability } from '../capability.ts';
import type { Contributions } from './contribution.ts';
import { manufacturedImporter } from './manufactured/importer.ts';
import { registrationRoutes } from './registration/routes.ts';
import { deviceSite } from './site-options.ts';

/** Devices with what other capabilities bring into their list, their registration and their mails. */
export function devices(contributions: Contributions): Capability {
  return {
    name: 'devices',
    optional: true,
    routes: registrationRoutes(contributions),
    importers: [manufacturedImporter],
    site: deviceSite(contributions),
  };
}
