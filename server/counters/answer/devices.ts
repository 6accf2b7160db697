import { sql, type RawBuilder } from 'kysely';
import { deviceOptions } from '../../../domain/site/capabilities.ts';
import type { CounterPlace } from '../../../domain/counters/places.ts';
import { reachable, reachableDevice } from '../../kernel/access.ts';
import type { Site } from '../../kernel/app.ts';
import type { Scope } from '../../kernel/session.ts';
import { countersOf } from '../ledger/models.ts';
import type { DeviceFilter, Question } from './question.ts';

/**
 * The devices `d` that the caller may read and that were somebody's of theirs in the periods asked for. One that went to another owner
 * stands there for the time that it was this one's. `alone`: the one organization whose devices these are, where that is known
 * (`findReach`), so that the database can tell how many there are.
 */
export function devicesIn(
  scope: Scope,
  { groupId, type }: DeviceFilter,
  { by, periods, timeZone }: Pick<Question, 'by' | 'periods' | 'timeZone'>,
  alone: string | null = null,
): RawBuilder<unknown> {
  const [first = '', last = ''] = [periods[0], periods.at(-1)];
  const from = by === 'month' ? `${first}-01` : first;
  const until =
    by === 'month' ? sql`(${`${last}-01`}::date + interval '1 month')` : sql`(${last}::date + interval '1 day')`;
  const place = { organization: 'v.organization_id', registration: 'v.registration_id' } as const;
  const reachableAlone = sql`v.organization_id = ${alone}::uuid and ${alone}::uuid in ${reachable(scope, 'read')}`;
  return sql`
    select v.site_id, v.registration_id, v.device_id, v.serial, v.model, v.type, v.name, v.building, v.remarks as place, g.group_id,
      g.name as group_name, v.name_order as sorted
    from v_device_spans v
    left join v_device_groups g on g.site_id = v.site_id and g.registration_id = v.registration_id
    where v.site_id = ${scope.siteId} and ${alone === null ? reachableDevice(scope, 'read', place) : reachableAlone}
      and v.from_at < ${until}::timestamp at time zone ${timeZone}
      and coalesce(v.until_at, 'infinity') > ${from}::timestamp at time zone ${timeZone}
      and (${type}::text is null or v.type = ${type})
      and (${groupId === null} or g.group_id is not distinct from ${groupId === 'none' ? null : groupId}::uuid)`;
}

/** How long arrays are in which all models have what is counted. */
export function ordinalsOf(site: Site, places: readonly CounterPlace[]): number {
  const found = deviceOptions(site).models.flatMap(({ id }) => {
    const { catalogue } = countersOf(site, id);
    return places.map((place) => catalogue.get(place) ?? -1);
  });
  return Math.max(-1, ...found) + 1;
}

/** Where each model has what is counted: `o[n]` is the place in its arrays of the n-th of `places`, from 1 on. */
export function catalogueFor(site: Site, places: readonly CounterPlace[]): RawBuilder<unknown> {
  const models = deviceOptions(site).models.filter(({ counters }) => counters.length > 0);
  const ordinals = models.map(({ id }) => {
    const { catalogue } = countersOf(site, id);
    return `{${places.map((place) => (catalogue.has(place) ? (catalogue.get(place) ?? 0) + 1 : 'NULL')).join()}}`;
  });
  // Without "offset 0" the texts would be read for each device and place anew.
  return sql`
    select i.model, i.o::smallint[] as o from unnest(${models.map(({ id }) => id)}::text[], ${ordinals}::text[]) as i(model, o) offset 0`;
}

/** The rows `m` of the table of days or months of the devices `d` in the periods asked for. */
export function rowsOf({ by, periods }: Pick<Question, 'by' | 'periods'>): RawBuilder<unknown> {
  const [first = '', last = ''] = [periods[0], periods.at(-1)];
  const whole = (period: string) => (by === 'month' ? `${period}-01` : period);
  const [table, key] = by === 'month' ? (['counter_months', 'month'] as const) : (['counter_days', 'day'] as const);
  return sql`
    join ${sql.table(table)} m on m.site_id = ${sql.ref('d.site_id')} and m.registration_id = ${sql.ref('d.registration_id')}
      and ${sql.ref(`m.${key}`)} between ${whole(first)}::date and ${whole(last)}::date`;
}
