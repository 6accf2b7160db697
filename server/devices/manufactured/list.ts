import { sql } from 'kysely';
import { canonicalSerial } from '../../../domain/identifiers/serial-number.ts';
import type { Database } from '../../kernel/database.ts';
import { contains } from '../../kernel/search.ts';
import type { Scope } from '../../kernel/session.ts';

export const manufacturedSorts = ['importedAt', 'serial', 'model', 'shippedOn', 'orderNumber'] as const;
type Key = (typeof manufacturedSorts)[number];
export type ManufacturedSort = Key | `-${Key}`;

/** `waiting`: nobody's, and it reports (C-17). */
export const manufacturedStates = ['free', 'waiting', 'registered', 'locked'] as const;
export type ManufacturedState = (typeof manufacturedStates)[number];

export type ManufacturedFilter = {
  serial: string;
  model: string;
  orderNumber: string;
  state: ManufacturedState | null;
};

/** The factory's list as far as it fits; operators only. */
export function matchingManufactured(db: Database, scope: Scope, filter: ManufacturedFilter) {
  let matching = db
    .selectFrom('manufactured_devices as d')
    .leftJoin('device_registrations as r', (join) =>
      join.onRef('r.site_id', '=', 'd.site_id').onRef('r.device_id', '=', 'd.device_id').on('r.until_at', 'is', null),
    )
    .where('d.site_id', '=', scope.siteId);
  const serial = canonicalSerial(filter.serial);
  if (serial) matching = matching.where(contains('d.serial', serial));
  if (filter.model) matching = matching.where('d.model', '=', filter.model);
  if (filter.orderNumber) matching = matching.where('d.order_number', '=', filter.orderNumber);
  if (filter.state === 'locked') matching = matching.where('d.locked_at', 'is not', null);
  if (filter.state === 'registered') matching = matching.where('r.id', 'is not', null);
  if (filter.state === 'free' || filter.state === 'waiting')
    matching = matching.where('r.id', 'is', null).where('d.locked_at', 'is', null);
  if (filter.state === 'waiting')
    matching = matching.where(sql<boolean>`exists (select from v_device_calls c where c.device_key = d.device_key)`);
  return matching;
}

const places: Record<Key, string> = {
  importedAt: 'd.created_at',
  serial: 'd.serial',
  model: 'd.model',
  shippedOn: 'd.shipped_on',
  orderNumber: 'd.order_number',
};

/** Their rows in order; by themselves the newest first. */
export function manufacturedRows(
  db: Database,
  scope: Scope,
  filter: ManufacturedFilter,
  sort: ManufacturedSort = '-importedAt',
) {
  const key = sort.replace(/^-/, '') as Key;
  const place = sql.ref(places[key]);
  const second = sql.ref(key === 'model' ? 'd.serial' : 'd.device_id');
  // Columns that may be empty say where that stands, as their indexes do.
  const mayBeEmpty = key === 'shippedOn' || key === 'orderNumber';
  const order = sort.startsWith('-')
    ? sql<string>`${place} desc ${sql.raw(mayBeEmpty ? 'nulls last' : '')}, ${second} desc`
    : sql<string>`${place} asc ${sql.raw(mayBeEmpty ? 'nulls first' : '')}, ${second} asc`;
  return matchingManufactured(db, scope, filter)
    .leftJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'r.site_id').onRef('o.id', '=', 'r.organization_id'),
    )
    .select(['d.device_id as deviceId', 'd.serial', 'd.model', 'd.shipped_on as shippedOn'])
    .select(['d.order_number as orderNumber', 'd.locked_at as lockedAt', 'o.name as organization'])
    .select(sql<boolean>`d.claim_code_hash is not null`.as('claimCode'))
    .select(lastCall.as('lastCallMs'))
    .select(sql<number>`(extract(epoch from d.created_at) * 1000)::float8`.as('importedAtMs'))
    .orderBy(order);
}

/** Of those that are nobody's: an owner's are told in the list of devices, and only to whom they concern. */
const lastCall = sql<number | null>`case when r.id is null and d.locked_at is null then (
  select (extract(epoch from max(c.received_at)) * 1000)::float8 from v_device_calls c where c.device_key = d.device_key) end`;

export type ManufacturedRow = Awaited<ReturnType<ReturnType<typeof manufacturedRows>['execute']>>[number];

export function stateOf({ lockedAt, organization, lastCallMs }: ManufacturedRow): ManufacturedState {
  if (lockedAt !== null) return 'locked';
  if (organization !== null) return 'registered';
  return lastCallMs === null ? 'free' : 'waiting';
}
