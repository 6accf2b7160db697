import type { Capability } from '../capability.ts';
import { assignmentReplay } from './assign/journal.ts';
import { licencesAtClosing } from './at-closing.ts';
import { customerInUse } from './customer-in-use.ts';
import { assignMails } from './assign/mails.ts';
import { assignRoutes } from './assign/routes.ts';
import { entitlementSource } from './entitlement/down.ts';
import { entitlementRefresh } from './entitlement/refresh.ts';
import { entitlementRoutes } from './entitlement/routes.ts';
import { licenceContribution } from './placements/contribution.ts';
import { licencePlanJob } from './plans/due.ts';
import { renewalExporter } from './calendar/export.ts';
import { calendarRoutes } from './calendar/routes.ts';
import { assignmentExporter } from './history/export.ts';
import { historyRoutes } from './history/routes.ts';
import { holderMails } from './holders/mails.ts';
import { holderRoutes } from './holders/routes.ts';
import { licenceSite } from './site-options.ts';
import { planExporter } from './plans/export.ts';
import { planRoutes } from './plans/routes.ts';
import { licenceReminders } from './reminders/decide.ts';
import { licenceReminderMails } from './reminders/mails.ts';
import { orderImporter } from './stock/importer.ts';
import { orderRoutes } from './stock/order-routes.ts';
import { stockExporters } from './stock/exporters.ts';
import { stockMails } from './stock/mails.ts';
import { stockRoutes } from './stock/routes.ts';
import { licenceExporter } from './placements/export.ts';
import { placementRoutes } from './placements/routes.ts';
import { rehearsalExporter } from './rehearsal/export.ts';
import { rehearsalRoutes } from './rehearsal/routes.ts';
import { takenOverMail } from './placements/mails.ts';
import { settleWorker } from './settle/worker.ts';
import { licenceNeeds } from './needs.ts';
import { planQueues } from './plans/queue.ts';

/** Licences: bought by dealers, assigned to customers, each runs one device for a term (L-02 … L-12). */
export const licences: Capability = {
  name: 'licences',
  replays: [assignmentReplay],
  optional: true,
  // Plans first: who is reminded of what was renewed meanwhile is told so.
  jobs: [licencePlanJob, licenceReminders],
  routes: [
    ...assignRoutes,
    ...historyRoutes,
    ...planRoutes,
    ...calendarRoutes,
    ...entitlementRoutes,
    ...stockRoutes,
    ...orderRoutes,
    ...placementRoutes,
    ...rehearsalRoutes,
    ...holderRoutes,
  ],
  mails: [...assignMails, ...licenceReminderMails, ...stockMails, ...holderMails, takenOverMail],
  importers: [orderImporter],
  exporters: [licenceExporter, assignmentExporter, planExporter, renewalExporter, ...stockExporters, rehearsalExporter],
  workers: [settleWorker, entitlementRefresh],
  downs: [entitlementSource],
  needs: licenceNeeds,
  queues: planQueues,
  customerInUse,
  atClosing: licencesAtClosing,
  devices: licenceContribution,
  site: licenceSite,
};
