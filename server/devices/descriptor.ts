import type { Capability } from '../capability.ts';
import type { Contributions } from './contribution.ts';
import { manufacturedImporter } from './manufactured/importer.ts';
import { endOfUseMails } from './end-of-use/mails.ts';
import { endOfUseRoutes } from './end-of-use/routes.ts';
import { registrationRoutes } from './registration/routes.ts';
import { replacementRoutes } from './replacement/routes.ts';
import { deviceSite } from './site-options.ts';
import { stateRoute } from './state.ts';
import { transferMails } from './transfers/mails.ts';
import { transferRoutes } from './transfers/routes.ts';

/** Devices with what other capabilities bring into their list, their registration and their mails. */
export function devices(contributions: Contributions): Capability {
  return {
    name: 'devices',
    optional: true,
    routes: [
      ...registrationRoutes(contributions),
      ...transferRoutes(contributions),
      ...replacementRoutes(contributions),
      ...endOfUseRoutes,
      stateRoute,
    ],
    mails: [...transferMails, ...endOfUseMails],
    importers: [manufacturedImporter],
    site: deviceSite(contributions),
  };
}
