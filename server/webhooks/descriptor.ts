import { z } from 'zod';
import type { Capability } from '../capability.ts';
import { after, daysMs } from '../kernel/clock.ts';
import { webhookDeliveryRoutes } from './delivery-routes.ts';
import { webhookMails } from './mails.ts';
import { webhookReader } from './reader.ts';
import { webhookRoutes } from './routes.ts';
import { letGo } from './claims.ts';
import { webhookWorkers } from './worker.ts';
import { webhookNeeds } from './needs.ts';
import { webhookQueues } from './queue.ts';

const deliveriesKeptMs = 30 * daysMs;

export const webhooks: Capability = {
  name: 'webhooks',
  optional: true,
  routes: [...webhookRoutes, ...webhookDeliveryRoutes],
  mails: webhookMails,
  needs: webhookNeeds,
  queues: webhookQueues,
  readers: [webhookReader],
  workers: webhookWorkers,
  takeBack: letGo,
  jobs: [
    {
      name: 'webhook-deliveries',
      run: async ({ db }, now) =>
        void (await db
          .deleteFrom('webhook_deliveries')
          .where('created_at', '<', after(now, -deliveriesKeptMs))
          .execute()),
    },
  ],
  site: { schema: z.strictObject({}), present: () => ({}), codes: () => [] },
};
