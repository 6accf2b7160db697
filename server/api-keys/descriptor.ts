import { z } from 'zod';
import type { Capability } from '../capability.ts';
import { after, daysMs } from '../kernel/clock.ts';
import { apiKeyExporter } from './export.ts';
import { apiKeyMails } from './mails.ts';
import { apiKeyRoutes } from './routes.ts';
import { apiKeyNeeds } from './needs.ts';

const usesKeptMs = 90 * daysMs;

export const apiKeys: Capability = {
  name: 'api-keys',
  optional: true,
  routes: apiKeyRoutes,
  mails: apiKeyMails,
  exporters: [apiKeyExporter],
  needs: apiKeyNeeds,
  jobs: [
    {
      name: 'api-key-uses',
      run: async ({ db }, now) =>
        void (await db.deleteFrom('api_key_uses').where('last_at', '<', after(now, -usesKeptMs)).execute()),
    },
  ],
  site: { schema: z.strictObject({}), present: () => ({}), codes: () => [] },
};
