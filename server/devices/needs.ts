import { sql } from 'kysely';
import { countMatching, countWithout } from '../needs/count-rows.ts';
import type { NeedCounts } from '../needs/need-counts.ts';
import { matchingReports } from './end-of-use/store.ts';

export const deviceNeeds: NeedCounts = {
  'end-reports': ({ app, scope, max }) =>
    countMatching(app.db, matchingReports(app.db, scope, true).select('e.id'), max),
  'first-device': ({ app, scope: { siteId, organizationId } }) =>
    countWithout(
      app.db,
      sql`select from device_registrations where site_id = ${siteId} and organization_id = ${organizationId}::uuid`,
    ),
};
