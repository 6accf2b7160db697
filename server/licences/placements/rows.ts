import { sql } from 'kysely';
import { licenceState, type LicenceState } from '../../../domain/licences/place.ts';
import { reachable, type Right } from '../../kernel/access.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { outsideId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';

export type LicenceRow = {
  id: string;
  customerId: string;
  customer: string;
  dealer: string;
  type: string;
  termMonths: number;
  assignedOn: string;
  freeUntil: string;
  lastDay: string;
  expiresAt: Date;
  serves: string | null;
  serial: string | null;
  name: string | null;
  asideId: string | null;
  asideSerial: string | null;
  asideName: string | null;
};

type Span = {
  site_id: string;
  organization_id: string;
  device_id: string;
  serial: string;
  name: string;
  name_order: string;
  until_at: Date | null;
};
const spans = <A extends string>(alias: A) => sql<Span>`v_device_spans`.as(alias);

/** Licences of the customers whose data the caller may reach with that right, as `l`, with the device that each serves now, as `s`. */
export function matchingLicences(db: Database | Tx, scope: Scope, right: Right) {
  return db
    .selectFrom('licences as l')
    .innerJoin('licence_assignments as a', (join) =>
      join.onRef('a.site_id', '=', 'l.site_id').onRef('a.id', '=', 'l.assignment_id'),
    )
    .innerJoin('organizations as c', (join) =>
      join.onRef('c.site_id', '=', 'l.site_id').onRef('c.id', '=', 'l.customer_id'),
    )
    .innerJoin('organizations as d', (join) =>
      join.onRef('d.site_id', '=', 'a.site_id').onRef('d.id', '=', 'a.dealer_id'),
    )
    .leftJoin('licence_placements as p', (join) =>
      join
        .onRef('p.site_id', '=', 'l.site_id')
        .onRef('p.licence_id', '=', 'l.id')
        .on('p.from_at', '<=', scope.now)
        .on('p.until_at', '>', scope.now),
    )
    .leftJoin(spans('s'), (join) =>
      join
        .onRef('s.site_id', '=', 'p.site_id')
        .onRef('s.device_id', '=', 'p.device_id')
        .onRef('s.organization_id', '=', 'l.customer_id')
        .on('s.until_at', 'is', null),
    )
    .where('l.site_id', '=', scope.siteId)
    .where('l.customer_id', 'in', reachable(scope, right));
}

/** Their rows, with the device for which each is kept. */
export function licenceRows(matching: ReturnType<typeof matchingLicences>) {
  return matching
    .leftJoin(spans('k'), (join) =>
      join
        .onRef('k.site_id', '=', 'l.site_id')
        .onRef('k.device_id', '=', 'l.set_aside_for')
        .onRef('k.organization_id', '=', 'l.customer_id')
        .on('k.until_at', 'is', null),
    )
    .select(['l.id', 'l.customer_id as customerId', 'c.name as customer', 'd.name as dealer', 'l.type'])
    .select(['a.term_months as termMonths', 'a.assigned_on as assignedOn', 'a.free_until as freeUntil'])
    .select(['l.last_day as lastDay', 'l.expires_at as expiresAt', 'p.device_id as serves', 's.serial', 's.name'])
    .select(['k.device_id as asideId', 'k.serial as asideSerial', 'k.name as asideName'])
    .$castTo<LicenceRow>();
}

export async function findLicence(
  db: Database | Tx,
  scope: Scope,
  licenceId: string,
  right: Right,
): Promise<LicenceRow | null> {
  const row = await licenceRows(matchingLicences(db, scope, right).where('l.id', '=', licenceId)).executeTakeFirst();
  return row ?? null;
}

export const licenceSorts = ['lastDay', 'type', 'state', 'device', 'assignedOn'] as const;
type Key = (typeof licenceSorts)[number];
export type LicenceSort = Key | `-${Key}`;
export type LicenceFilter = { state: LicenceState | null; type: string; text: string };

/** By what a list of licences is narrowed, and its order; what runs comes before what is over. */
export function filtered(
  matching: ReturnType<typeof matchingLicences>,
  { state, type, text }: LicenceFilter,
  now: Date,
) {
  let some = matching;
  if (type) some = some.where('l.type', '=', type);
  if (state === 'expired') some = some.where('l.expires_at', '<=', now);
  else if (state) some = some.where('l.expires_at', '>', now).where('p.id', state === 'placed' ? 'is not' : 'is', null);
  if (text)
    some = some.where(
      sql<boolean>`(lower(normalize(s.name, nfkc)) like ${text} or lower(normalize(s.serial, nfkc)) like ${text})`,
    );
  return some;
}

export function inOrder(rows: ReturnType<typeof licenceRows>, sort: LicenceSort | undefined, now: Date) {
  const over = sql<boolean>`l.expires_at <= ${now}::timestamptz`;
  const places = {
    lastDay: sql`l.last_day`,
    assignedOn: sql`a.assigned_on`,
    type: sql`l.type`,
    state: sql`p.id is null`,
    device: sql`s.name_order`,
  } as const;
  const key = (sort ?? 'lastDay').replace(/^-/, '') as Key;
  const way = sql.raw(sort?.startsWith('-') ? 'desc' : 'asc');
  return rows
    .orderBy(sort ? sql`1` : over)
    .orderBy(sql`${places[key]} ${way} nulls last`)
    .orderBy('l.id');
}

const named = (id: string | null, serial: string | null, name: string | null) =>
  id !== null && serial !== null ? { id: outsideId('device', id), serial, name: name ?? serial } : null;

export function presentLicence(row: LicenceRow, now: Date) {
  return {
    id: outsideId('licence', row.id),
    organization: { id: outsideId('organization', row.customerId), name: row.customer },
    dealer: row.dealer,
    type: row.type,
    termMonths: row.termMonths,
    assignedOn: row.assignedOn,
    freeUntil: row.freeUntil,
    lastDay: row.lastDay,
    expiresAt: row.expiresAt.toISOString(),
    state: licenceState(row, now),
    device: named(row.serves, row.serial, row.name),
    setAsideFor: named(row.asideId, row.asideSerial, row.asideName),
  };
}

/** What somebody sees of a licence who is about to move it. */
export function seenOf({ id, serves, asideId }: LicenceRow, now: Date, expiresAt: Date) {
  return { id, serves, asideId, over: expiresAt <= now };
}
