import { registrationReplay } from './registration/journal.ts';
import type { Capability } from '../capability.ts';
import { clubRoutes } from './club/routes.ts';
import type { Contributions } from './contribution.ts';
import { detailRoutes } from './detail/routes.ts';
import { deviceExporter } from './list/exporter.ts';
import { listRoutes } from './list/routes.ts';
import { liveDevice } from './live.ts';
import { deviceMails } from './mails.ts';
import { manufacturedImporter } from './manufactured/importer.ts';
import { endReportExporter } from './end-of-use/export.ts';
import { endOfUseMails } from './end-of-use/mails.ts';
import { endOfUseRoutes } from './end-of-use/routes.ts';
import { manufacturedExporter, manufacturedRoutes } from './manufactured/routes.ts';
import { modelRoutes } from './models/routes.ts';
import { fileRefused } from './registration/file/mail.ts';
import { registrationImporter } from './registration/file/importer.ts';
import { registrationRoutes } from './registration/routes.ts';
import { replacementRoutes } from './replacement/routes.ts';
import { deviceSite } from './site-options.ts';
import { stateRoute } from './state.ts';
import { transferExporter } from './transfers/export.ts';
import { transferMails } from './transfers/mails.ts';
import { transferRoutes } from './transfers/routes.ts';
import { deviceNeeds } from './needs.ts';
import { wrongClaimRoutes } from './wrong-claim/routes.ts';

/** Devices with what other capabilities bring into their list, their registration and their mails. */
export function devices(contributions: Contributions): Capability {
  return {
    name: 'devices',
    replays: [registrationReplay],
    optional: true,
    routes: [
      ...registrationRoutes(contributions),
      ...transferRoutes(contributions),
      ...replacementRoutes(contributions),
      ...endOfUseRoutes(contributions),
      ...wrongClaimRoutes(contributions),
      stateRoute,
      ...listRoutes(contributions),
      ...detailRoutes(contributions),
      ...clubRoutes,
      ...modelRoutes,
      ...manufacturedRoutes,
    ],
    mails: [...deviceMails(contributions), ...transferMails, ...endOfUseMails, fileRefused],
    importers: [manufacturedImporter, registrationImporter(contributions)],
    exporters: [deviceExporter(contributions), manufacturedExporter, transferExporter, endReportExporter],
    live: [liveDevice],
    needs: deviceNeeds,
    site: deviceSite(contributions),
  };
}
