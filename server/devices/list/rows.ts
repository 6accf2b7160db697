import { sql, type RawBuilder } from 'kysely';
import { civilDay } from '../../../domain/site/civil-day.ts';
import { reachable, reachableSpans, type Reach } from '../../kernel/access.ts';
import type { Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { asCompared, asSearched, contains } from '../../kernel/search.ts';
import type { Scope } from '../../kernel/session.ts';
import type { OwnColumn } from '../columns.ts';
import type { DeviceColumn } from '../contribution.ts';
import { fits, rowsBehind, rowsOf, sortedBy, type JoinedAt } from './joined.ts';
import type { DeviceFilter } from './query.ts';

/** Texts of a device that are searched for a part of them. */
const searched = {
  serial: 'r.serial',
  company: 'r.company_search',
  remarks: 'r.remarks_search',
} as const;
export type Searched = keyof typeof searched;

/** Where lists read from: what is somebody's now, as far as the caller may read it. `common`: where what is looked for is in most. */
export type Place = { site: Site; scope: Scope; reach: Reach; common?: ReadonlySet<Searched> };

function reachedDevices(db: Database | Tx, { scope, reach: { alone, spans } }: Place) {
  const current = db
    .selectFrom('device_registrations as r')
    .where('r.site_id', '=', scope.siteId)
    .where('r.until_at', 'is', null);
  if (spans) {
    // Gathered first: who has single devices of others (E-04) reaches few among all that there are.
    const reached = current.where(sql<boolean>`r.id = any(array${gathered(scope)})`);
    return alone === null ? reached : reached.where('r.organization_id', '=', alone);
  }
  // Said as one value, so that an index gives its devices in order; the right is asked for beside it, once.
  return alone === null
    ? current.where('r.organization_id', 'in', reachable(scope, 'read'))
    : current.where('r.organization_id', '=', alone).where(sql<boolean>`${alone}::uuid in ${reachable(scope, 'read')}`);
}

const gathered = (scope: Scope) => sql<string>`(
  select o.id from device_registrations o
    where o.site_id = ${scope.siteId} and o.until_at is null and o.organization_id = any(array${reachable(scope, 'read')})
  union all select s.id from ${reachableSpans(scope, 'read')} as s(id))`;

const sampleMax = 1_000;

/**
 * Which of the words looked for are in most devices, by some of these: the database guesses that badly, and finds the few through an index, the
 * many by looking at one after the other.
 */
export async function findCommon(db: Database | Tx, place: Place, filter: DeviceFilter): Promise<Set<Searched>> {
  const asked = (Object.keys(searched) as Searched[]).filter((key) => filter[key] !== '');
  if (asked.length === 0) return new Set();
  const sample = reachedDevices(db, place)
    .select(['r.serial', 'r.company_search', 'r.remarks_search'])
    .limit(sampleMax)
    .as('r');
  const most = (key: Searched) =>
    sql<boolean>`count(*) filter (where ${contains(searched[key], wordOf(filter, key), true)}) * 2 >= count(*)`.as(key);
  const found = await db.selectFrom(sample).select(asked.map(most)).executeTakeFirstOrThrow();
  return new Set(asked.filter((key) => found[key]));
}

/** What is looked for, as the column has it. */
function wordOf(filter: DeviceFilter, key: Searched): string {
  return key === 'serial' ? filter.serial : asCompared(filter[key]);
}

/** Texts that are looked through device by device: only sites that ask for them have them. */
const lookedThrough = { installation: 'r.installation_search', address: 'r.address_search' } as const;

/** The devices that fit, without an order; `beside`: the joined columns by which they will be put in one. */
export function matchingDevices(
  db: Database | Tx,
  place: Place,
  filter: DeviceFilter,
  beside: readonly JoinedAt[] = [],
) {
  const { site, scope, common } = place;
  let matching = reachedDevices(db, place);
  for (const behind of rowsBehind([...filter.joined, ...beside]))
    // The name is not in the type: what speaks of the rows is written beside them.
    matching = matching.leftJoin(rowsOf(behind, scope) as never, (join) => join.onTrue()) as typeof matching;
  for (const one of filter.joined) matching = matching.where(fits(one));
  for (const key of ['installation', 'address'] as const)
    if (filter[key]) matching = matching.where(lookedThrough[key], 'like', asSearched(filter[key]));
  if (filter.building)
    matching = matching.where(sql<boolean>`lower(normalize(r.building, nfkc)) like ${asSearched(filter.building)}`);
  const { models, type, purchased, endedOn, ended, warranty } = filter;
  for (const key of Object.keys(searched) as Searched[])
    if (filter[key]) matching = matching.where(contains(searched[key], wordOf(filter, key), common?.has(key)));
  if (models) matching = matching.where(sql<boolean>`r.model = any(${[...models]}::text[])`);
  if (type) matching = matching.where('r.type', '=', type);
  if (purchased.from) matching = matching.where('r.purchased_on', '>=', purchased.from);
  if (purchased.to) matching = matching.where('r.purchased_on', '<=', purchased.to);
  if (endedOn.from) matching = matching.where('r.ended_on', '>=', endedOn.from);
  if (endedOn.to) matching = matching.where('r.ended_on', '<=', endedOn.to);
  if (ended) matching = matching.where('r.ended_on', ended === 'yes' ? 'is not' : 'is', null);
  const today = civilDay(scope.now, site.timeZone);
  if (warranty === 'none') matching = matching.where('r.warranty_until', 'is', null);
  else if (warranty) matching = matching.where('r.warranty_until', warranty === 'running' ? '>=' : '<', today);
  if (filter.lengthened) matching = matching.where('r.lengthened_at', 'is not', null);
  for (const { from, anyOf } of filter.listed)
    matching = matching.where(sql<boolean>`${listedValue(from)} = any(${[...anyOf]}::text[])`);
  return matching;
}

/** A value that another capability keeps; written as its index has it. */
export function listedValue(from: string): RawBuilder<string | null> {
  return sql<string | null>`(r.listed ->> ${sql.lit(from)})`;
}

const places: Record<OwnColumn, string> = {
  serial: 'r.serial',
  model: 'r.model',
  type: 'r.type',
  purchasedOn: 'r.purchased_on',
  warrantyUntil: 'r.warranty_until',
  endedOn: 'r.ended_on',
  company: 'r.company_sort',
  remarks: 'r.remarks_sort',
  installation: 'r.name_order',
  building: 'r.building',
  webPage: 'r.web_page',
  address: 'r.address_search',
  registeredAt: 'r.from_at',
};

/** By what a list can be put in order beside its own columns. */
export type Sortable = { columns: readonly DeviceColumn[]; joined: readonly JoinedAt[] };

/** The joined column by which a list is to be put in order, if it is one. */
export function besideFor(sort: string, { joined }: Sortable): JoinedAt[] {
  return joined.filter(({ column }) => column.key === sort.replace(/^-/, ''));
}

function placeOf(key: string, { columns }: Sortable): RawBuilder<unknown> {
  const contributed = columns.find((column) => column.key === key);
  if (contributed) return listedValue(contributed.from);
  return sql.ref(places[key as OwnColumn] ?? places.registeredAt);
}

/** Columns in which there always is something: to say where nothing stands would keep their indexes from being used. */
const neverEmpty: readonly string[] = ['serial', 'model', 'type', 'company', 'remarks', 'registeredAt'];

/** In the order of people, in which 2 comes before 10. */
const byPeople: Readonly<Record<string, RawBuilder<unknown>>> = {
  installation: sql`case when r.installation <> '' then r.name_order end`,
  building: sql`natural_order(r.building) collate "C"`,
};

/** Where what is empty comes last both ways: whoever looks for a customer does not want those without one first (E-05). */
const emptyLast: readonly string[] = ['installation', 'address', 'building', 'webPage'];

/**
 * Their order: what is empty comes first, and last when falling; the same value by device. As the indexes have it; `gathered` for rows that are
 * found first and put in order then, because walking along an index would pass by all the others. `ownOnly`: they are one customer's, who says in the
 * remarks where a device stands: nothing comes last then, too; falling, it does anyway.
 */
export function orderOf(sort: string, sortable: Sortable, gathered = false, ownOnly = false): RawBuilder<unknown> {
  const key = sort.replace(/^-/, '');
  const falling = sort.startsWith('-');
  const way = sql.raw(falling ? 'desc' : 'asc');
  const [beside] = besideFor(sort, sortable);
  // The same value by name, as people put names in order (C-02).
  if (beside) return sql`${sortedBy(beside)} ${way} nulls last, r.name_order, r.device_id ${way}`;
  const kept = byPeople[key] ?? placeOf(key, sortable);
  if (emptyLast.includes(key) || (ownOnly && key === 'remarks' && !falling))
    return sql`nullif(${kept}, '') ${way} nulls last, r.device_id ${way}`;
  const place = gathered ? sql`coalesce(${kept}, ${kept})` : kept;
  const full = neverEmpty.includes(key);
  return falling
    ? sql`${place} desc ${sql.raw(full ? '' : 'nulls last')}, r.device_id desc`
    : sql`${place} asc ${sql.raw(full ? '' : 'nulls first')}, r.device_id asc`;
}

/** Their rows with all that the list and its file show, in order. */
export function deviceRows(
  db: Database | Tx,
  place: Place,
  filter: DeviceFilter,
  order: RawBuilder<unknown>,
  beside: readonly JoinedAt[] = [],
) {
  return matchingDevices(db, place, filter, beside)
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'r.site_id').onRef('o.id', '=', 'r.organization_id'),
    )
    .select(['r.device_id as deviceId', 'r.id as registrationId', 'r.organization_id as organizationId'])
    .select(['o.name as organization', 'r.serial', 'r.model', 'r.type', 'r.purchased_on as purchasedOn'])
    .select(['r.warranty_until as warrantyUntil', 'r.ended_on as endedOn', 'r.lengthened_at as lengthenedAt'])
    .select(['r.postal_code as postalCode', 'r.prefecture', 'r.city', 'r.street', 'r.building'])
    .select([
      'r.installation',
      'r.mac',
      'r.host',
      'r.web_page as webPage',
      'r.time_zone as timeZone',
      'r.company',
      'r.name',
      'r.kana',
      'r.department',
      'r.remarks',
      'r.listed',
    ])
    .select(sql<number>`(extract(epoch from r.from_at) * 1000)::float8`.as('registeredAtMs'))
    .orderBy(order as RawBuilder<string>);
}

/** These cells alone of their rows, in order; `o` is the organization whose they are, where one of them asks for it. */
export function deviceCells(
  db: Database | Tx,
  place: Place,
  filter: DeviceFilter,
  order: RawBuilder<unknown>,
  beside: readonly JoinedAt[],
  cells: readonly RawBuilder<unknown>[],
  withOwner: boolean,
) {
  let matching = matchingDevices(db, place, filter, beside);
  if (withOwner)
    matching = matching.innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'r.site_id').onRef('o.id', '=', 'r.organization_id'),
    ) as typeof matching;
  return matching.select(cells.map((cell, at) => cell.as(`c${at}`))).orderBy(order as RawBuilder<string>);
}

export type DeviceRow = Awaited<ReturnType<ReturnType<typeof deviceRows>['execute']>>[number];
