import { sql, type RawBuilder } from 'kysely';
import { linkState, type LinkSide, type LinkState } from '../../domain/maintenance-links/link.ts';
import { reachableSpans } from '../kernel/access.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { asSearched } from '../kernel/search.ts';
import type { Scope } from '../kernel/session.ts';

/** Whether a grant `g` of a link, over the device of `r` where it is over one, is in force. */
const grantInForce = (now: Date) => sql<boolean>`(g.until is null or g.until > ${now}::timestamptz)
  and (m.registration_id is null or r.until_at is null or r.until_at > ${now}::timestamptz)`;

const grantsOfLink = sql`from maintenance_link_grants m
  join v_grants g on g.site_id = m.site_id and g.grant_id = m.grant_id
  left join v_registered_devices r on r.site_id = m.site_id and r.registration_id = m.registration_id
  where m.site_id = l.site_id and m.link_id = l.id`;

const inForce = (now: Date) => sql<boolean>`exists (select ${grantsOfLink} and ${grantInForce(now)})`;

/** The caller's organization is one of the two of each: a link is nobody else's business. */
function ownLinks(db: Database | Tx, scope: Scope) {
  return db
    .selectFrom('maintenance_links as l')
    .innerJoin('organizations as c', (join) =>
      join.onRef('c.site_id', '=', 'l.site_id').onRef('c.id', '=', 'l.organization_id'),
    )
    .innerJoin('organizations as d', (join) =>
      join.onRef('d.site_id', '=', 'l.site_id').onRef('d.id', '=', 'l.dealer_organization_id'),
    )
    .where('l.site_id', '=', scope.siteId)
    .where((eb) =>
      eb.or([
        eb('l.organization_id', '=', scope.organizationId),
        eb('l.dealer_organization_id', '=', scope.organizationId),
      ]),
    );
}

const sideOf = (scope: Scope) =>
  sql<LinkSide>`case when l.organization_id = ${scope.organizationId}::uuid then 'customer' else 'dealer' end`;
const otherName = (scope: Scope) =>
  sql<string>`case when l.organization_id = ${scope.organizationId}::uuid then d.name else c.name end`;

/** The customer sees all devices of its links, the dealer those that it may see now. */
const isShown = (scope: Scope) =>
  sql<boolean>`(${sideOf(scope)} = 'customer' or r.registration_id in ${reachableSpans(scope, 'list')})`;

export type LinkFilter = { text: string; state: 'running' | 'over' | null; side: LinkSide | null; isNew: boolean };

/** Those that fit: a part of the other's name, or of the serial number of a device. What a dealer no longer sees is not found by it. */
export function matchingLinks(db: Database | Tx, scope: Scope, { text, state, side, isNew }: LinkFilter) {
  const { now } = scope;
  let matching = ownLinks(db, scope);
  if (text.trim() !== '') {
    const pattern = asSearched(text.trim());
    matching = matching.where(
      sql<boolean>`(lower(normalize(${otherName(scope)}, nfkc)) like ${pattern}
        or exists (select ${grantsOfLink} and lower(r.serial) like ${pattern} and ${isShown(scope)}))`,
    );
  }
  if (state === 'running') matching = matching.where(inForce(now));
  if (state === 'over') matching = matching.where(sql<boolean>`not ${inForce(now)}`);
  if (side) matching = matching.where(sideOf(scope), '=', side);
  if (isNew) matching = matching.where('l.opened_at', 'is', null).where(inForce(now));
  return matching;
}

export const linkSorts = ['name', 'begunAt', 'untilOn'] as const;
type Key = (typeof linkSorts)[number];
export type LinkSort = Key | `-${Key}`;

/** Their rows in order, by themselves the newest first; one without a last day comes after all that have one. */
export function linkRows(db: Database | Tx, scope: Scope, filter: LinkFilter, sort: LinkSort = '-begunAt') {
  const places: Record<Key, RawBuilder<unknown>> = {
    name: sql`lower(normalize(${otherName(scope)}, nfkc)) collate "C"`,
    begunAt: sql`l.begun_at`,
    untilOn: sql`l.until_on`,
  };
  const down = sort.startsWith('-');
  return matchingLinks(db, scope, filter)
    .select(['l.id', 'l.organization_id as organizationId', 'l.dealer_organization_id as dealerId'])
    .select(['l.all_devices as allDevices', 'l.configure', 'l.until_on as untilOn', 'l.until_at as untilAt'])
    .select(['l.begun_at as begunAt', 'l.opened_at as openedAt', 'l.ended_at as endedAt', 'l.version'])
    .select(['c.name as customer', 'd.name as dealer'])
    .select(sql<LinkSide | null>`l.ended_side`.as('endedSide'))
    .select([sideOf(scope).as('side'), otherName(scope).as('other'), inForce(scope.now).as('inForce')])
    .select(devicesOf(scope).as('devices'))
    .orderBy(places[sort.replace(/^-/, '') as Key], (order) =>
      down ? order.desc().nullsLast() : order.asc().nullsLast(),
    )
    .orderBy('l.begun_at', 'desc')
    .orderBy('l.id', 'desc');
}

export type LinkedDevice = { device: string; registration: string; serial: string; model: string; inForce: boolean };

/** The single devices of a link; a dealer sees those alone that it may see. */
const devicesOf = (scope: Scope) => sql<LinkedDevice[]>`coalesce((
  select jsonb_agg(jsonb_build_object('device', r.device_id, 'registration', r.registration_id, 'serial', r.serial, 'model', r.model,
    'inForce', ${grantInForce(scope.now)}) order by r.serial)
  ${grantsOfLink} and r.registration_id is not null and ${isShown(scope)}), '[]')`;

export type LinkRow = Awaited<ReturnType<ReturnType<typeof linkRows>['execute']>>[number];

const anything: LinkFilter = { text: '', state: null, side: null, isNew: false };

/** One link of the caller's; with `lock` it stays as it is until the transaction ends. */
export async function findLink(db: Database | Tx, scope: Scope, id: string, lock = false): Promise<LinkRow | null> {
  const query = linkRows(db, scope, anything).where('l.id', '=', id);
  const row = await (lock ? query.forNoKeyUpdate('l') : query).executeTakeFirst();
  return row ?? null;
}

export function stateOf(row: Pick<LinkRow, 'inForce' | 'endedSide' | 'untilAt'>, now: Date): LinkState {
  return linkState(row, now);
}

/** The grants of a link, whether in force or not. */
export async function grantsOf(tx: Tx, scope: Scope, linkId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('maintenance_link_grants')
    .select('grant_id as grantId')
    .where('site_id', '=', scope.siteId)
    .where('link_id', '=', linkId)
    .execute();
  return rows.map(({ grantId }) => grantId);
}

/** What of a customer's a dealer looks after by links now: all, or these spans of devices. */
export async function linkedSpans(
  tx: Tx,
  scope: Scope,
  customerId: string,
  dealerId: string,
): Promise<{ all: boolean; registrationIds: ReadonlySet<string> }> {
  const { rows } = await sql<{ registrationId: string | null }>`
    select m.registration_id as "registrationId" from maintenance_links l
    join maintenance_link_grants m on m.site_id = l.site_id and m.link_id = l.id
    join v_grants g on g.site_id = m.site_id and g.grant_id = m.grant_id
    left join v_registered_devices r on r.site_id = m.site_id and r.registration_id = m.registration_id
    where l.site_id = ${scope.siteId} and l.organization_id = ${customerId}::uuid and l.dealer_organization_id = ${dealerId}::uuid
      and ${grantInForce(scope.now)}`.execute(tx);
  const spans = rows.map(({ registrationId }) => registrationId);
  return { all: spans.includes(null), registrationIds: new Set(spans.filter((one) => one !== null)) };
}

/** Devices of the caller's own by ID: the span that runs. */
export async function ownSpans(
  tx: Tx,
  scope: Scope,
  deviceIds: readonly string[],
): Promise<Map<string, { registrationId: string; serial: string }>> {
  const { rows } = await sql<{ deviceId: string; registrationId: string; serial: string }>`
    select device_id as "deviceId", registration_id as "registrationId", serial from v_registered_devices
    where site_id = ${scope.siteId} and device_id = any(${[...deviceIds]}::uuid[]) and until_at is null
      and organization_id = ${scope.organizationId}::uuid`.execute(tx);
  return new Map(rows.map(({ deviceId, ...span }) => [deviceId, span]));
}
