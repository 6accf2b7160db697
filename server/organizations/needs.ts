import { countMatching } from '../needs/count-rows.ts';
import type { NeedCounts } from '../needs/need-counts.ts';
import { openInvitations } from './invitations/store.ts';

export const organizationNeeds: NeedCounts = {
  // Nobody came in time: they are sent again or withdrawn.
  'invitations-over': ({ app, scope, max }) =>
    countMatching(app.db, openInvitations(app.db, scope).where('i.expires_at', '<=', scope.now).select('i.id'), max),
};
