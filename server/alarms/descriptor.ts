import type { Capability } from '../capability.ts';
import { alarmContribution } from './columns.ts';
import { eventsOf } from '../kernel/live/topic.ts';
import { alarmExporter } from './export.ts';
import { alarmRetention } from './forget.ts';
import { alarmNotices, alarmReports } from './inputs.ts';
import { alarmMails } from './mails.ts';
import { alarmRoutes } from './routes.ts';
import { alarmSite } from './site-options.ts';
import { alarmWorker } from './worker.ts';
import { alarmNeeds } from './needs.ts';
import { alarmQueues } from './queue.ts';

export const alarms: Capability = {
  name: 'alarms',
  optional: true,
  routes: alarmRoutes,
  mails: alarmMails,
  exporters: [alarmExporter],
  needs: alarmNeeds,
  queues: alarmQueues,
  // Whoever watches asks for what it may see, so that a site's news do for everybody.
  live: [{ name: 'alarms', permission: 'alarms:read', watch: async ({ site }) => [eventsOf(site.id, 'alarms')] }],
  reports: [alarmReports],
  noticed: alarmNotices,
  workers: [alarmWorker],
  jobs: [alarmRetention],
  devices: alarmContribution,
  site: alarmSite,
};
