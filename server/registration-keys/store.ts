import { sql } from 'kysely';
import type { Database, Tx } from '../kernel/database.ts';
import type { Scope } from '../kernel/session.ts';
import { newId } from '../kernel/ids.ts';

export type ActivationKeyFact = {
  number: string;
  registrationIdHash: Buffer;
  productNumber: string;
  feature: number;
  purpose: string;
  category: string;
  /** Held back since a restore. */
  held: boolean;
};

export type BindingFact = {
  id: string;
  activationKey: string;
  identifierId: string;
  deviceId: string;
  product: string;
  feature: number;
  slot: number;
  keyVersion: number;
  issuedAt: Date;
  /** Whether the caller's own organization has issued or seen it. */
  own: boolean;
};

/** The activation keys of these numbers, in the order of their numbers; with `lock` nobody else may bind them meanwhile. */
export async function findActivationKeys(
  tx: Tx | Database,
  siteId: string,
  numbers: readonly string[],
  lock: boolean,
): Promise<ActivationKeyFact[]> {
  const query = tx
    .selectFrom('activation_keys')
    .select([
      'number',
      'registration_id_hash as registrationIdHash',
      'product_number as productNumber',
      'feature',
      'purpose',
      'category',
    ])
    .select((eb) => eb('held_at', 'is not', null).$castTo<boolean>().as('held'))
    .where('site_id', '=', siteId)
    .where('number', 'in', [...numbers])
    .orderBy('number');
  return lock ? query.forUpdate().execute() : query.execute();
}

/** The binding in force of each of these activation keys, with whether the caller's organization has it in its history. */
export async function findBindings(
  tx: Tx | Database,
  scope: Scope,
  numbers: readonly string[],
): Promise<BindingFact[]> {
  const rows = await tx
    .selectFrom('registration_key_bindings as b')
    .innerJoin('identifiers as i', (join) =>
      join.onRef('i.site_id', '=', 'b.site_id').onRef('i.id', '=', 'b.identifier_id'),
    )
    .leftJoin('registration_key_issues as r', (join) =>
      join
        .onRef('r.site_id', '=', 'b.site_id')
        .onRef('r.binding_id', '=', 'b.id')
        .on('r.organization_id', '=', scope.organizationId),
    )
    .select([
      'b.id',
      'b.activation_key as activationKey',
      'b.identifier_id as identifierId',
      'i.value as deviceId',
      'b.product',
      'b.feature',
      'b.slot',
      'b.key_version as keyVersion',
      'b.issued_at as issuedAt',
      'r.organization_id as ownOrganization',
    ])
    .where('b.site_id', '=', scope.siteId)
    .where('b.activation_key', 'in', [...numbers])
    .where('b.moved_at', 'is', null)
    .execute();
  return rows.map(({ ownOrganization, ...row }) => ({ ...row, own: ownOrganization !== null }));
}

/** So many locks are shared by all devices of a site: a file of ten thousand needs no more than these. */
const deviceLocksMax = 512;

function deviceLock(deviceId: string): number {
  return Number.parseInt(deviceId.slice(-4), 16) % deviceLocksMax;
}

/**
 * Requests about one device are judged one after the other, as its slots are counted. Locks of their own kind, because a
 * refused request must not leave a row behind to hold on to. Everybody takes them first and in the order of their numbers, and
 * activation keys after them in the order of theirs, so that no two wait for each other.
 */
export async function lockDevices(tx: Tx, siteId: string, deviceIds: Iterable<string>): Promise<void> {
  const locks = [...new Set([...deviceIds].map(deviceLock))].toSorted((a, b) => a - b);
  await sql`
    select pg_advisory_xact_lock(hashtextextended('devices ' || ${siteId}::text || ' ' || lock, 0))
    from unnest(${locks}::int[]) with ordinality as l(lock, place) order by place`.execute(tx);
}

/** The identifier of a device ID, made when it is new, and locked. */
export async function lockIdentifier(tx: Tx, siteId: string, kind: string, value: string): Promise<string> {
  const made = await tx
    .insertInto('identifiers')
    .values({ site_id: siteId, id: newId(), kind, value })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  // Nobody else sees it before this transaction is over.
  if (made) return made.id;
  const row = await tx
    .selectFrom('identifiers')
    .select('id')
    .where('site_id', '=', siteId)
    .where('kind', '=', kind)
    .where('value', '=', value)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.id;
}

/** How many keys of each feature a device has got so far: the next slot. */
export async function countSlots(
  tx: Tx | Database,
  siteId: string,
  kind: string,
  deviceId: string,
  product: string,
): Promise<Map<number, number>> {
  // The device first, then its bindings: of tables that grow the database thinks for a minute that it could as well read all of them.
  const { rows } = await sql<{ feature: number; last: number }>`
    select b.feature, b.last from identifiers i
    cross join lateral (
      select feature, max(slot) as last from registration_key_bindings
      where site_id = ${siteId} and identifier_id = i.id and product = ${product} group by feature
    ) b
    where i.site_id = ${siteId} and i.kind = ${kind} and i.value = ${deviceId}`.execute(tx);
  return new Map(rows.map((row) => [row.feature, row.last + 1]));
}

export type NewBinding = Omit<BindingFact, 'own' | 'deviceId'> & { movedFrom?: string };

export async function insertBindings(tx: Tx, siteId: string, bindings: readonly NewBinding[]): Promise<void> {
  if (bindings.length === 0) return;
  await tx
    .insertInto('registration_key_bindings')
    .values(
      bindings.map((binding) => ({
        site_id: siteId,
        id: binding.id,
        activation_key: binding.activationKey,
        identifier_id: binding.identifierId,
        product: binding.product,
        feature: binding.feature,
        slot: binding.slot,
        key_version: binding.keyVersion,
        issued_at: binding.issuedAt,
        moved_at: null,
        moved_from: binding.movedFrom ?? null,
      })),
    )
    .execute();
}

/** Writes each binding into the caller's history; one it holds already counts as shown again. */
export async function recordIssues(tx: Tx, scope: Scope, bindingIds: readonly string[]): Promise<void> {
  await tx
    .insertInto('registration_key_issues')
    .values(
      bindingIds.map((id) => ({
        site_id: scope.siteId,
        binding_id: id,
        organization_id: scope.organizationId,
        user_id: scope.userId,
        issued_at: scope.now,
        shown_again: 0,
        last_shown_at: scope.now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['site_id', 'binding_id', 'organization_id']).doUpdateSet({
        shown_again: sql`registration_key_issues.shown_again + 1`,
        last_shown_at: scope.now,
      }),
    )
    .execute();
}
