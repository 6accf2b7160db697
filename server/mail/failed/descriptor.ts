import type { Capability } from '../../capability.ts';
import { failedMailExporter } from './export.ts';
import { failedMailRoutes } from './routes.ts';
import { failedMailNeeds } from './needs.ts';
import { mailQueues } from './queue.ts';

/** Mails that could not be handed over, for the operators of a site (P-26). */
export const failedMails: Capability = {
  name: 'failed-mails',
  needs: failedMailNeeds,
  queues: mailQueues,
  optional: false,
  routes: failedMailRoutes,
  exporters: [failedMailExporter],
};
