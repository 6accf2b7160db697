import { sql } from 'kysely';
import { countMatching } from '../needs/count-rows.ts';
import type { NeedCounts } from '../needs/need-counts.ts';
import { stateOfWebhook, type WebhookState } from './state.ts';
import { matchingWebhooks } from './store.ts';

/** Nothing arrives, and no person of the organization wanted it so. */
export const broken: readonly WebhookState[] = ['failing', 'gone', 'given-up', 'stopped'];

export const webhookNeeds: NeedCounts = {
  'webhooks-failing': ({ app, scope, max }) =>
    countMatching(
      app.db,
      matchingWebhooks(app.db, scope, { text: '', state: null })
        .where(sql<boolean>`${stateOfWebhook()} = any(${[...broken]}::text[])`)
        .select('w.id'),
      max,
    ),
};
