import { after, daysMs } from '../kernel/clock.ts';
import { countMatching } from '../needs/count-rows.ts';
import type { NeedCounts } from '../needs/need-counts.ts';
import { matchingKeys } from './store.ts';

/** So long before its end somebody has to think of what works with it. */
const aheadMs = 30 * daysMs;

export const apiKeyNeeds: NeedCounts = {
  'api-keys-ending': ({ app, scope, max }) =>
    countMatching(
      app.db,
      matchingKeys(app.db, scope, { text: '', state: 'active' })
        .where('k.ends_at', '<=', after(scope.now, aheadMs))
        .select('k.id'),
      max,
    ),
};
