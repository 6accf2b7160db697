import { sql } from 'kysely';
import { licenceOptions } from '../../../domain/site/capabilities.ts';
import type { Joined } from '../../devices/contribution.ts';

/** How a device stands by its licence, as the list says it; in the order in which it sorts. */
export const deviceLicenceStates = ['expired', 'missing', 'licensed', 'needless'] as const;

/** Of each device the licence that serves it, or served it last while it was the same owner's. */
export const licenceColumns: Joined = {
  name: 'licence_of',
  rows: (scope, site) => {
    const taking = licenceOptions(site).types.flatMap(({ models }) => models);
    return sql`
      select p.type, p.until_at - interval '1 microsecond' as last_moment,
        case when p.until_at > ${scope.now}::timestamptz then 'licensed' when r.model <> all(${taking}::text[]) then 'needless'
          when p.ended is null then 'missing' when p.ended then 'expired' else 'missing' end as state
      from (select 1) as one
      left join lateral (
        select v.type, v.until_at, v.until_at >= l.expires_at as ended
        from v_licence_placements v
        join licences l on l.site_id = v.site_id and l.id = v.licence_id
        where v.site_id = r.site_id and v.device_id = r.device_id and v.organization_id = r.organization_id
        order by v.until_at desc, v.from_at desc limit 1) p on true`;
  },
  columns: [
    {
      key: 'licenceState',
      kind: 'word',
      value: 'licence_of.state',
      search: deviceLicenceStates,
      sortBy: `array_position(array['expired', 'missing', 'licensed', 'needless'], licence_of.state)`,
    },
    {
      key: 'licenceType',
      kind: 'word',
      value: `case when licence_of.state in ('licensed', 'expired') then licence_of.type end`,
      search: null,
      mayBeEmpty: true,
      names: (site) => Object.fromEntries(licenceOptions(site).types.map(({ id, name }) => [id, name])),
    },
    {
      key: 'licensedUntil',
      kind: 'day',
      value: `case when licence_of.state in ('licensed', 'expired') then licence_of.last_moment end`,
      search: null,
      mayBeEmpty: true,
    },
  ],
};
