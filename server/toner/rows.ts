import { sql, type RawBuilder } from 'kysely';
import { civilDay } from '../../domain/site/civil-day.ts';
import { tonerOptions } from '../../domain/site/capabilities.ts';
import { daysAheadMax, forecastOf, type Forecast } from '../../domain/toner/forecast.ts';
import { reachableDevice } from '../kernel/access.ts';
import type { Site } from '../kernel/app.ts';
import { after, daysMs } from '../kernel/clock.ts';
import { asSearched } from '../kernel/search.ts';
import type { Scope } from '../kernel/session.ts';
import { levelNow, supplyRows } from './supplies.ts';

/** `low`: at or below the site's limit; `soon`: low, or expected to be empty within so many days. */
export const tonerStates = ['low', 'soon'] as const;
/** What can be looked ahead for, in days. */
export const withinChoices = [7, 14, 30, 60, 90] as const;
export const withinDefault = 30;

export type TonerFilter = {
  state: (typeof tonerStates)[number] | null;
  withinDays: number;
  colour: string | null;
  /** The inside ID of a group, or `none`. */
  groupId: string | null;
  withoutManager: boolean;
  /** A part of device name, serial number, building or place. */
  text: string;
  deviceId: string | null;
};

export const everySupply: TonerFilter = {
  state: null,
  withinDays: withinDefault,
  colour: null,
  groupId: null,
  withoutManager: false,
  text: '',
  deviceId: null,
};

/** One supply of one device in one's reach. */
export type TonerRow = {
  deviceId: string;
  registrationId: string;
  organizationId: string;
  serial: string;
  model: string;
  name: string;
  building: string;
  remarks: string;
  groupName: string | null;
  supply: string;
  level: number | null;
  at: Date | null;
  usual: number | null;
  slow: number | null;
  fast: number | null;
  days: number | null;
  refilledOn: string | null;
  managerId: string | null;
  managerName: string | null;
  managerMail: string | null;
};

export const tonerSorts = [
  'name',
  'serial',
  'model',
  'building',
  'group',
  'supply',
  'level',
  'emptyOn',
  'refilledOn',
  'manager',
] as const;
type Key = (typeof tonerSorts)[number];
export type TonerSort = Key | `-${Key}`;

const folded = (text: RawBuilder<unknown>) => sql`nullif(natural_order(${text}), '') collate "C"`;
const places: Record<Key, RawBuilder<unknown>> = {
  name: sql`a.sorted`,
  serial: sql`a.serial`,
  model: sql`a.model`,
  building: folded(sql`a.building`),
  group: folded(sql`a."groupName"`),
  supply: sql`a.place`,
  level: sql`a.level`,
  emptyOn: sql`a.empty_at`,
  refilledOn: sql`a."refilledOn"`,
  manager: folded(sql`a."managerName"`),
};

/** Those that are empty first come first; what nobody knows comes last both ways. */
export function orderOf(sort: TonerSort = 'emptyOn'): RawBuilder<unknown> {
  const way = sql.raw(sort.startsWith('-') ? 'desc' : 'asc');
  return sql`${places[sort.replace(/^-/, '') as Key]} ${way} nulls last, a.sorted, a."deviceId", a.place`;
}

/** Every supply of devices that the caller may read, as long as these are their owners', as `a`. */
export function tonerRows(site: Site, scope: Scope, filter: TonerFilter): RawBuilder<TonerRow> {
  const { lowAt } = tonerOptions(site);
  const until = after(scope.now, filter.withinDays * daysMs);
  const name = sql`coalesce(nullif(p.installation, ''), v.serial)`;
  return sql<TonerRow>`
    select a.* from (
      select v.device_id as "deviceId", v.registration_id as "registrationId", v.organization_id as "organizationId", v.serial, v.model,
        ${name} as name, p.building, p.remarks, g.name as "groupName", s.supply, s.place, ${levelNow} as level, l.at,
        t.usual, t.slow, t.fast, t.days, t.refilled_on::text as "refilledOn",
        case when v.organization_id = ${scope.organizationId}::uuid then m.user_id end as "managerId",
        case when v.organization_id = ${scope.organizationId}::uuid then m.name end as "managerName",
        case when v.organization_id = ${scope.organizationId}::uuid then m.mail end as "managerMail",
        m.user_id is null as unmanaged, natural_order(${name}) collate "C" as sorted,
        case when ${levelNow} <= 0 then l.at when t.usual > 0 and ${levelNow} / t.usual <= ${daysAheadMax} then l.at + ${levelNow} / t.usual * interval '1 day' end as empty_at
      from v_registered_devices v
      join v_device_places p on p.site_id = v.site_id and p.registration_id = v.registration_id
      join (${supplyRows(site)}) s on s.model = v.model
      left join v_device_groups g on g.site_id = v.site_id and g.registration_id = v.registration_id
      left join v_reading_latest l on l.site_id = v.site_id and l.registration_id = v.registration_id
      left join toner_trends t on t.site_id = v.site_id and t.registration_id = v.registration_id and t.supply = s.supply
      left join v_toner_managers m on m.site_id = v.site_id and m.registration_id = v.registration_id
      where v.site_id = ${scope.siteId} and v.until_at is null and v.ended_on is null
        and ${reachableDevice(scope, 'read', { organization: 'v.organization_id', registration: 'v.registration_id' })}
        ${filter.deviceId === null ? sql`` : sql`and v.device_id = ${filter.deviceId}::uuid`}
        ${groupIs(filter.groupId)}
        ${filter.colour === null ? sql`` : sql`and s.colour = ${filter.colour}`}
        ${filter.text === '' ? sql`` : sql`and lower(normalize(concat_ws(' ', p.installation, v.serial, p.building, p.remarks), nfkc)) like ${asSearched(filter.text)}`}
    ) a
    where ${filter.withoutManager ? sql`a.unmanaged` : sql`true`}
      ${filter.state === null ? sql`` : sql`and (a.level <= ${lowAt} ${filter.state === 'soon' ? sql`or a.empty_at <= ${until}` : sql``})`}`;
}

function groupIs(groupId: string | null): RawBuilder<unknown> {
  if (groupId === null) return sql``;
  return groupId === 'none' ? sql`and g.group_id is null` : sql`and g.group_id = ${groupId}::uuid`;
}

/** How far a row's supply will last. */
export function forecastIn(site: Site, { level, at, usual, slow, fast }: TonerRow): Forecast {
  const rates = usual === null || slow === null || fast === null ? null : { usual, slow, fast };
  return forecastOf({ level: at && level, day: at ? civilDay(at, site.timeZone) : '', rates });
}
