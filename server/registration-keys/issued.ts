import { sql, type RawBuilder } from 'kysely';
import { formatDeviceId, type DeviceIdFormat } from '../../domain/identifiers/device-id.ts';
import { formatKey } from '../../domain/registration-keys/key.ts';
import { reachable } from '../kernel/access.ts';
import type { Database } from '../kernel/database.ts';
import type { Scope } from '../kernel/session.ts';
import type { KeyMaker } from './masters.ts';

/** Days of the site's zone, both counted in; null leaves that side open (K-06). */
export type Days = { from: string | null; to: string | null; timeZone: string };
export type IssueFilter = { deviceId: string | null; activationKey: string | null; days?: Days };

export const issueSorts = [
  'issuedAt',
  'organization',
  'deviceId',
  'activationKey',
  'productNumber',
  'purpose',
] as const;
export type Sort<K extends string> = K | `-${K}`;
export type IssueSort = Sort<(typeof issueSorts)[number]>;

/** Everything issued to organizations the caller may read, as far as it fits the filter. */
export function matchingIssues(db: Database, scope: Scope, { deviceId, activationKey, days }: IssueFilter) {
  let matching = db
    .selectFrom('registration_key_issues as r')
    .innerJoin('registration_key_bindings as b', (join) =>
      join.onRef('b.site_id', '=', 'r.site_id').onRef('b.id', '=', 'r.binding_id'),
    )
    .innerJoin('identifiers as i', (join) =>
      join.onRef('i.site_id', '=', 'b.site_id').onRef('i.id', '=', 'b.identifier_id'),
    )
    .where('r.site_id', '=', scope.siteId)
    .where('r.organization_id', 'in', reachable(scope, 'read'));
  if (deviceId) matching = matching.where('i.value', '=', deviceId);
  if (activationKey) matching = matching.where('b.activation_key', '=', activationKey);
  if (days?.from) matching = matching.where('r.issued_at', '>=', startOfDay(days.from, 0, days.timeZone));
  if (days?.to) matching = matching.where('r.issued_at', '<', startOfDay(days.to, 1, days.timeZone));
  return matching;
}

function startOfDay(day: string, later: number, timeZone: string): RawBuilder<Date> {
  return sql<Date>`((${day}::date + ${later}::integer)::timestamp at time zone ${timeZone})`;
}

/** Their rows with all that lists and files show, in order. */
export function issuedRows(db: Database, scope: Scope, filter: IssueFilter, sort: IssueSort) {
  const rows = matchingIssues(db, scope, filter)
    .innerJoin('activation_keys as a', (join) =>
      join.onRef('a.site_id', '=', 'b.site_id').onRef('a.number', '=', 'b.activation_key'),
    )
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'r.site_id').onRef('o.id', '=', 'r.organization_id'),
    )
    .innerJoin('users as u', (join) => join.onRef('u.site_id', '=', 'r.site_id').onRef('u.id', '=', 'r.user_id'))
    .leftJoin('installation_texts as t', (join) =>
      join
        .onRef('t.site_id', '=', 'r.site_id')
        .onRef('t.identifier_id', '=', 'b.identifier_id')
        // Written so that no index can begin with it: by the device a text is found among few, by the organization among all.
        .on(sql<boolean>`coalesce(t.organization_id = r.organization_id, false)`)
        .on('t.superseded', '=', false),
    )
    .select([epochMs('r.issued_at').as('issuedAtMs'), 'r.binding_id as binding', 'r.shown_again as shownAgain'])
    .select(['i.kind', 'i.value', 'b.product', 'b.feature', 'b.slot', 'b.key_version as version', 'a.number'])
    .select([
      'a.product_number as productNumber',
      'a.purpose',
      'a.category',
      'o.name as organization',
      'u.name as user',
    ])
    .select([sql<string | null>`t.lines[1]`.as('line1'), sql<string | null>`t.lines[2]`.as('line2')]);
  const places = {
    issuedAt: 'r.issued_at',
    organization: 'o.name',
    deviceId: 'i.value',
    activationKey: 'a.number',
    productNumber: 'a.product_number',
    purpose: 'a.purpose',
  } as const;
  const key = sort.replace(/^-/, '') as (typeof issueSorts)[number];
  return rows
    .orderBy(places[key], sort.startsWith('-') ? 'desc' : 'asc')
    .$if(key !== 'issuedAt', (unsorted) => unsorted.orderBy('r.issued_at', 'desc'))
    .orderBy('r.binding_id')
    .orderBy('r.organization_id');
}

export type IssuedRow = Awaited<ReturnType<ReturnType<typeof issuedRows>['execute']>>[number];

/** Milliseconds since 1970: cheaper to read a million times than an instant of the database's own. */
export function epochMs(column: string): RawBuilder<number> {
  return sql<number>`(extract(epoch from ${sql.ref(column)}) * 1000)::float8`;
}

export function deviceIdOf(row: Pick<IssuedRow, 'kind' | 'value'>): string {
  return formatDeviceId(row.value, row.kind as DeviceIdFormat);
}

export function registrationKeyOf(
  row: Pick<IssuedRow, 'product' | 'value' | 'feature' | 'slot' | 'version'>,
  makeKey: KeyMaker,
): string {
  const { product, value: deviceId, feature, slot, version } = row;
  return formatKey(makeKey({ product, deviceId, feature, slot, version }));
}
