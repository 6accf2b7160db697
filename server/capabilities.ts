import type { NeedKind } from '../domain/needs/needs.ts';
import type { Capability } from './capability.ts';
import { accounts } from './accounts/descriptor.ts';
import { apiKeys } from './api-keys/descriptor.ts';
import { agreements } from './agreements/descriptor.ts';
import { alarms } from './alarms/descriptor.ts';
import { acting } from './acting/descriptor.ts';
import { contactRequests } from './contact-requests/descriptor.ts';
import { audit } from './audit/descriptor.ts';
import { deviceSettings } from './device-settings/descriptor.ts';
import { counters } from './counters/descriptor.ts';
import { departments } from './departments/descriptor.ts';
import { devices } from './devices/descriptor.ts';
import { drafts } from './drafts/descriptor.ts';
import { licences } from './licences/descriptor.ts';
import { monthlyReports } from './monthly-reports/descriptor.ts';
import { failedMails } from './mail/failed/descriptor.ts';
import { mailings } from './mailings/descriptor.ts';
import { mailNotices } from './mail-notices/descriptor.ts';
import { maintenanceAddresses } from './maintenance-addresses/descriptor.ts';
import { maintenanceLinks } from './maintenance-links/descriptor.ts';
import { notices } from './notices/descriptor.ts';
import { operations } from './operations/descriptor.ts';
import { organizations } from './organizations/descriptor.ts';
import { powerFlow } from './power-flow/descriptor.ts';
import { readings } from './readings/descriptor.ts';
import { registrationKeys } from './registration-keys/descriptor.ts';
import { toner } from './toner/descriptor.ts';
import { unlockCodes } from './unlock-codes/descriptor.ts';
import { eventFeed } from './event-feed/descriptor.ts';
import { webhooks } from './webhooks/descriptor.ts';
import { exportRoutes } from './exports/routes.ts';
import { importListExporter } from './imports/list-export.ts';
import { importMails } from './imports/mails.ts';
import { importRoutes } from './imports/routes.ts';
import { tellHeads } from './audit/heads.ts';
import { importQueues } from './imports/queue.ts';
import { jobNeeds } from './jobs/needs.ts';
import { jobRoutes } from './jobs/routes.ts';
import { shownJobs } from './jobs/shown.ts';
import { retention } from './operations/retention.ts';
import { needRoutes } from './needs/routes.ts';
import { ownDataRoutes } from './own-data/routes.ts';
import { liveRoutes } from './kernel/live/route.ts';
import { siteRoutes } from './sites/routes.ts';

/** One line a capability. */
const own: readonly Capability[] = [
  counters,
  toner,
  departments,
  accounts,
  organizations,
  acting,
  audit,
  drafts,
  notices,
  operations,
  registrationKeys,
  unlockCodes,
  powerFlow,
  readings,
  deviceSettings,
  maintenanceAddresses,
  alarms,
  mailNotices,
  failedMails,
  agreements,
  monthlyReports,
  maintenanceLinks,
  licences,
  apiKeys,
  eventFeed,
  webhooks,
  contactRequests,
  mailings,
];

/** What others bring into the list of devices and give when one is registered. */
export const deviceContributions = own.flatMap(({ name, optional, devices: contribution }) =>
  contribution ? [{ capability: name, optional, contribution }] : [],
);

const contributed: readonly Capability[] = [...own, devices(deviceContributions)];

const sites: Capability = { name: 'sites', optional: false, routes: siteRoutes(contributed) };

/** By kind of file. */
export const importers = new Map(
  contributed.flatMap((capability) => capability.importers ?? []).map((importer) => [importer.kind, importer]),
);

const imports: Capability = {
  name: 'imports',
  optional: false,
  routes: importRoutes(importers),
  exporters: [importListExporter(importers)],
  queues: importQueues,
  mails: importMails(importers),
};

const live: Capability = {
  name: 'live',
  optional: false,
  routes: liveRoutes(
    contributed.flatMap(({ name, optional, live: topics = [] }) =>
      topics.map((topic) => ({ capability: optional ? name : null, topic })),
    ),
  ),
};

/** What runs each minute beside the capabilities' own. */
export const ownJobs = [retention, tellHeads];

const allJobs = shownJobs([...contributed, imports], ownJobs);
const jobs: Capability = { name: 'jobs', optional: false, routes: jobRoutes(allJobs), needs: jobNeeds(allJobs) };

const needs: Capability = {
  name: 'needs',
  optional: false,
  routes: needRoutes(
    [...contributed, jobs].flatMap(({ name, optional, needs: counts = {} }) =>
      Object.entries(counts).map(([kind, count]) => ({
        capability: optional ? name : null,
        kind: kind as NeedKind,
        count,
      })),
    ),
  ),
};

const ownData: Capability = {
  name: 'own-data',
  optional: false,
  routes: ownDataRoutes(
    contributed.flatMap(({ name, optional, personalData }) =>
      personalData ? [{ capability: optional ? name : null, data: personalData }] : [],
    ),
  ),
};

export const capabilities: readonly Capability[] = [sites, ...contributed, imports, jobs, live, needs, ownData];

/** Every route with the capability it belongs to, its exports included; more specific paths come first. */
export const allRoutes = capabilities.flatMap((capability) =>
  [...capability.routes, ...exportRoutes(capability.exporters ?? [])].map((route) => ({
    capability: capability.name,
    route,
  })),
);
