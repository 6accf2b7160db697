import { sql } from 'kysely';
import { tonerOptions } from '../../domain/site/capabilities.ts';
import { reachableDevice } from '../kernel/access.ts';
import { countRows } from '../needs/count-rows.ts';
import type { NeedCounts } from '../needs/need-counts.ts';
import { levels } from './lows.ts';

export const tonerNeeds: NeedCounts = {
  // Those that were found low are few; which of them the list would show is asked of these alone.
  'toner-low': ({ app, site, scope, max }) =>
    countRows(
      app.db,
      sql`select from v_toner_low t
        where t.site_id = ${scope.siteId}
          and ${reachableDevice(scope, 'read', { organization: 't.organization_id', registration: 't.registration_id' })}
          and exists (select from (${levels(site)}) v where v.registration_id = t.registration_id and v.supply = t.supply
            and v.level <= ${tonerOptions(site).lowAt})`,
      max,
    ),
};
