import { sql } from 'kysely';
import { countMatching } from '../needs/count-rows.ts';
import type { NeedCounts } from '../needs/need-counts.ts';
import { matchingReports } from './end-of-use/store.ts';

export const deviceNeeds: NeedCounts = {
  'end-reports': ({ app, scope, max }) =>
    countMatching(app.db, matchingReports(app.db, scope, true).select('e.id'), max),
  'first-device': async ({ app, scope }) => {
    const { rows } = await sql<{ any: boolean }>`
      select exists (select from device_registrations r
        where r.site_id = ${scope.siteId} and r.organization_id = ${scope.organizationId}::uuid) as any`.execute(
      app.db,
    );
    return { count: Number(!rows[0]?.any) };
  },
};
