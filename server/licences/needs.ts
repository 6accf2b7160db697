import { sql } from 'kysely';
import { licenceOptions } from '../../domain/site/capabilities.ts';
import { countRows } from '../needs/count-rows.ts';
import type { NeedCount, NeedCounts } from '../needs/need-counts.ts';
import { sumRenewals } from './calendar/renewals.ts';

/** This month and the next. */
const monthsAhead = 2;

/** What runs out soon in the caller's reach, where nothing follows and nobody said that nothing shall. */
const open: NeedCount = async ({ app, site, scope }) => {
  const soon = { text: '', customerId: null, type: null, month: null, state: null, months: monthsAhead };
  const rows = await sumRenewals(app, site, scope, soon);
  return { count: rows.reduce((sum, { counts }) => sum + counts.open, 0) };
};

export const licenceNeeds: NeedCounts = {
  'renewals-open': open,
  'licences-ending': open,
  // Own devices that one had served and none serves now.
  'licences-over': ({ app, site, scope, max }) =>
    countRows(
      app.db,
      sql`select from v_registered_devices r
        where r.site_id = ${scope.siteId} and r.organization_id = ${scope.organizationId}::uuid and r.until_at is null and r.ended_on is null
          and r.model = any(${licenceOptions(site).types.flatMap(({ models }) => models)}::text[])
          and exists (select from v_licence_placements p where p.site_id = r.site_id and p.device_id = r.device_id
            and p.organization_id = r.organization_id)
          and not exists (select from v_licence_placements p where p.site_id = r.site_id and p.device_id = r.device_id
            and p.organization_id = r.organization_id and p.until_at > ${scope.now}::timestamptz)`,
      max,
    ),
};
