import { sql, type RawBuilder } from 'kysely';
import { transferState, type TransferOutcome } from '../../../domain/devices/transfer.ts';
import { canonicalSerial } from '../../../domain/identifiers/serial-number.ts';
import { reachable, reachableDevice } from '../../kernel/access.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { patternOf } from '../../kernel/http/list.ts';
import type { Scope } from '../../kernel/session.ts';

/** Under which addresses and login IDs the caller's organization is known: those of its people. */
export function ownNames(scope: Scope): RawBuilder<string> {
  return sql<string>`(select n.name from users u, unnest(array[lower(u.mail), lower(u.login_id)]) as n(name)
    where u.site_id = ${scope.siteId} and u.organization_id = ${scope.organizationId}::uuid
      and u.ended_at is null and u.erased_at is null)`;
}

/** Hand-overs that the caller may see: of devices it may read, taken over by such, and those addressed to itself. */
export function visibleTransfers(db: Database | Tx, scope: Scope) {
  return db
    .selectFrom('device_transfers as t')
    .innerJoin('device_registrations as r', (join) =>
      join.onRef('r.site_id', '=', 't.site_id').onRef('r.id', '=', 't.registration_id'),
    )
    .innerJoin('organizations as f', (join) =>
      join.onRef('f.site_id', '=', 't.site_id').onRef('f.id', '=', 't.from_organization_id'),
    )
    .leftJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 't.site_id').onRef('o.id', '=', 't.to_organization_id'),
    )
    .where('t.site_id', '=', scope.siteId)
    .where((eb) =>
      eb.or([
        reachableDevice(scope, 'read', { organization: 't.from_organization_id', registration: 't.registration_id' }),
        eb('t.to_organization_id', 'in', reachable(scope, 'read')),
        eb.and([eb('t.addressed_to', 'in', ownNames(scope)), eb('t.ended_at', 'is', null)]),
      ]),
    );
}

/** What the caller is in a hand-over; `onlooker` where it looks after an owner. */
export const transferSides = ['given', 'received', 'onlooker'] as const;
export type TransferSide = (typeof transferSides)[number];

const sideOf = (scope: Scope) =>
  sql<TransferSide>`case when t.from_organization_id = ${scope.organizationId}::uuid then 'given'
    when t.to_organization_id = ${scope.organizationId}::uuid then 'received'
    when t.ended_at is null and t.addressed_to in ${ownNames(scope)} then 'received' else 'onlooker' end`;

export type TransferFilter = { serial: string; side: TransferSide | null };

/** Those that match: a serial number may be written in any way, and in part. */
export function filteredTransfers(db: Database | Tx, scope: Scope, { serial, side }: TransferFilter) {
  let matching = visibleTransfers(db, scope);
  if (serial.trim() !== '') matching = matching.where('r.serial', 'like', patternOf(canonicalSerial(serial)));
  if (side) matching = matching.where(sideOf(scope), '=', side);
  return matching;
}

export const transferSorts = ['begunAt', 'expiresAt', 'serial', 'model'] as const;
type Key = (typeof transferSorts)[number];
export type TransferSort = Key | `-${Key}`;

/** Their rows in order, by themselves the newest first. */
export function transferRows(
  db: Database | Tx,
  scope: Scope,
  filter: TransferFilter = { serial: '', side: null },
  sort: TransferSort = '-begunAt',
) {
  const places = {
    begunAt: sql`t.begun_at`,
    expiresAt: sql`t.expires_at`,
    serial: sql`r.serial`,
    model: sql`r.model`,
  } as const;
  const down = sort.startsWith('-');
  return filteredTransfers(db, scope, filter)
    .select(['t.id', 't.device_id as deviceId', 't.registration_id as registrationId', 't.cause', 't.reason'])
    .select(['t.addressed_to as addressedTo', 't.begun_at as begunAt', 't.opens_at as opensAt'])
    .select(['t.expires_at as expiresAt', 't.ended_at as endedAt', 't.outcome'])
    .select(['t.from_organization_id as fromId', 'f.name as from', 'o.name as to'])
    .select(['r.serial', 'r.model', 'r.type', 'r.purchased_on as purchasedOn', 'r.warranty_until as warrantyUntil'])
    .select(sideOf(scope).as('side'))
    .orderBy(places[sort.replace(/^-/, '') as Key], (order) => (down ? order.desc() : order.asc()))
    .orderBy('t.id', 'desc');
}

export type TransferRow = Awaited<ReturnType<ReturnType<typeof transferRows>['execute']>>[number];

export function stateOf(row: Pick<TransferRow, 'opensAt' | 'expiresAt' | 'outcome'>, now: Date) {
  return transferState({ ...row, outcome: row.outcome as TransferOutcome | null }, now);
}

/** A hand-over that the caller may see; with `tx` of a change its device is held, so what is read stays true. */
export async function findTransfer(db: Database | Tx, scope: Scope, id: string): Promise<TransferRow | null> {
  const row = await transferRows(db, scope).where('t.id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** The hand-over of a device that runs, whoever began it; for rules, never for answers. */
export async function runningTransfer(tx: Database | Tx, scope: Scope, deviceId: string) {
  const row = await tx
    .selectFrom('device_transfers')
    .select(['id', 'registration_id as registrationId', 'from_organization_id as fromId', 'expires_at as expiresAt'])
    .where('site_id', '=', scope.siteId)
    .where('device_id', '=', deviceId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row && row.expiresAt > scope.now ? row : null;
}

type End = { outcome: TransferOutcome; toOrganizationId?: string };

/** Ends the hand-over of a device, if one stands: one that nobody took in time has expired, whatever happens now. */
export async function closeTransfer(tx: Tx, scope: Scope, deviceId: string, end: End): Promise<void> {
  const open = tx
    .updateTable('device_transfers')
    .where('site_id', '=', scope.siteId)
    .where('device_id', '=', deviceId)
    .where('ended_at', 'is', null);
  await open
    .set((eb) => ({ ended_at: eb.ref('expires_at'), outcome: 'expired' }))
    .where('expires_at', '<=', scope.now)
    .execute();
  await open
    .set({
      ended_at: scope.now,
      outcome: end.outcome,
      ended_by: scope.userId,
      to_organization_id: end.toOrganizationId ?? null,
    })
    .execute();
}
