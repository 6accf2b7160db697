import { countMatching } from '../needs/count-rows.ts';
import type { NeedCounts } from '../needs/need-counts.ts';
import { everyRequest, matchingRequests } from './store.ts';

export const contactRequestNeeds: NeedCounts = {
  'requests-open': ({ app, scope, max }) =>
    countMatching(app.db, matchingRequests(app.db, scope, { ...everyRequest, state: 'open' }).select('r.id'), max),
};
