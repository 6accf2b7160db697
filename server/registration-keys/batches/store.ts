import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { SheetFormat, SheetKey } from '../../../domain/registration-keys/batch.ts';
import { keyDigits } from '../../../domain/registration-keys/layout.ts';
import type { App } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import type { Scope } from '../../kernel/session.ts';
import { hashRegistrationId } from '../registration-id.ts';

export type Batch = {
  id: string;
  category: string;
  productNumber: string;
  feature: number;
  purpose: string;
  note: string;
  keyCount: number;
  createdAt: Date;
};

const hashBytes = 32;
const drawsMax = 5;

function randomHex(digits: number): string {
  return randomBytes(Math.ceil(digits / 2))
    .toString('hex')
    .toUpperCase()
    .slice(0, digits);
}

export async function insertBatch(tx: Tx, scope: Scope, batch: Batch): Promise<void> {
  await tx
    .insertInto('activation_key_batches')
    .values({
      site_id: scope.siteId,
      id: batch.id,
      category: batch.category,
      product_number: batch.productNumber,
      feature: batch.feature,
      purpose: batch.purpose,
      note: batch.note,
      key_count: batch.keyCount,
      user_id: scope.userId,
      created_at: batch.createdAt,
    })
    .execute();
}

export async function insertDelivery(
  tx: Tx,
  scope: Scope,
  delivery: { id: string; batchId: string; format: SheetFormat; renewed: boolean; keyCount: number },
): Promise<void> {
  await tx
    .insertInto('activation_key_deliveries')
    .values({
      site_id: scope.siteId,
      id: delivery.id,
      batch_id: delivery.batchId,
      format: delivery.format,
      renewed: delivery.renewed,
      key_count: delivery.keyCount,
      user_id: scope.userId,
      made_at: scope.now,
      confirmed_at: null,
    })
    .execute();
}

/** Draws and stores so many new activation keys; a number that is taken is drawn again. Gives them as their sheets show them. */
export async function insertKeys(
  app: App,
  tx: Tx,
  scope: Scope,
  batch: Batch,
  deliveryId: string,
  digits: number,
): Promise<SheetKey[]> {
  const stored: SheetKey[] = [];
  for (let draw = 0; stored.length < batch.keyCount; draw += 1) {
    if (draw === drawsMax) throw new Error('every number that was drawn is taken');
    const drawn = Array.from({ length: batch.keyCount - stored.length }, () => ({
      number: randomHex(keyDigits),
      registrationId: randomHex(digits),
    }));
    const inserted = await tx
      .insertInto('activation_keys')
      .values(
        drawn.map((key) => ({
          site_id: scope.siteId,
          number: key.number,
          registration_id_hash: hashRegistrationId(app, scope.siteId, key.number, key.registrationId),
          product_number: batch.productNumber,
          feature: batch.feature,
          purpose: batch.purpose,
          category: batch.category,
          import_id: null,
          created_at: scope.now,
          batch_id: batch.id,
          delivery_id: deliveryId,
          voided_at: null,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning('number')
      .execute();
    const numbers = new Set(inserted.map((row) => row.number));
    stored.push(...drawn.filter((key) => numbers.has(key.number)));
  }
  return stored.toSorted((one, other) => (one.number < other.number ? -1 : 1));
}

export async function findBatch(db: Database | Tx, scope: Scope, id: string): Promise<Batch | null> {
  const row = await db
    .selectFrom('activation_key_batches')
    .selectAll()
    .where('site_id', '=', scope.siteId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    category: row.category,
    productNumber: row.product_number,
    feature: row.feature,
    purpose: row.purpose,
    note: row.note,
    keyCount: row.key_count,
    createdAt: row.created_at,
  };
}

/**
 * The numbers of a batch that are neither used nor voided, locked, so that nobody uses one meanwhile; `only` leaves out
 * all others. Locked first and looked at after: a binding that was being made is seen.
 */
export async function lockUnused(
  tx: Tx,
  scope: Scope,
  batchId: string,
  only: readonly string[] | null,
): Promise<string[]> {
  let query = tx
    .selectFrom('activation_keys')
    .select('number')
    .where('site_id', '=', scope.siteId)
    .where('batch_id', '=', batchId)
    .where('voided_at', 'is', null);
  if (only) query = query.where('number', 'in', only);
  const locked = await query.orderBy('number').forUpdate().execute();
  if (locked.length === 0) return [];
  const used = await tx
    .selectFrom('registration_key_bindings')
    .select('activation_key as number')
    .where('site_id', '=', scope.siteId)
    .where(
      'activation_key',
      'in',
      locked.map((row) => row.number),
    )
    .execute();
  const usedNumbers = new Set(used.map((row) => row.number));
  return locked.map((row) => row.number).filter((number) => !usedNumbers.has(number));
}

/** Gives each of these keys a new registration ID; the old one is worth nothing from the commit on. */
export async function renewIds(
  app: App,
  tx: Tx,
  scope: Scope,
  numbers: readonly string[],
  deliveryId: string,
  digits: number,
): Promise<SheetKey[]> {
  const keys = numbers.map((number) => ({ number, registrationId: randomHex(digits) }));
  const hashes = keys.map((key) => hashRegistrationId(app, scope.siteId, key.number, key.registrationId));
  await sql`
    update activation_keys set registration_id_hash = renewed.hash, delivery_id = ${deliveryId}
    from unnest(${numbers}::text[], ${hashes}::bytea[]) as renewed(number, hash)
    where site_id = ${scope.siteId} and activation_keys.number = renewed.number`.execute(tx);
  return keys;
}

/** Voids keys: no registration ID gives a hash drawn by lot, so they read like keys that never were. */
export async function voidKeys(tx: Tx, scope: Scope, numbers: readonly string[]): Promise<void> {
  const hashes = numbers.map(() => randomBytes(hashBytes));
  await sql`
    update activation_keys set registration_id_hash = voided.hash, voided_at = ${scope.now}
    from unnest(${numbers}::text[], ${hashes}::bytea[]) as voided(number, hash)
    where site_id = ${scope.siteId} and activation_keys.number = voided.number`.execute(tx);
}

/** Says that a delivery arrived; false where there is no such delivery, or it was said before. */
export async function confirmDelivery(tx: Tx, scope: Scope, batchId: string, id: string): Promise<boolean> {
  const confirmed = await tx
    .updateTable('activation_key_deliveries')
    .set({ confirmed_at: scope.now })
    .where('site_id', '=', scope.siteId)
    .where('batch_id', '=', batchId)
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return confirmed !== undefined;
}
