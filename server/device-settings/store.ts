import { sql } from 'kysely';
import type { ChangeState } from '../../domain/device-settings/answer.ts';
import type { Value, Values } from '../../domain/protocol/body.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { newId } from '../kernel/ids.ts';

export type InForce = { version: number; values: Values; reportedAt: Date | null };
export type Pending = { id: string; setting: string; version: number; after: Value; registrationId: string };

const nothing: InForce = { version: 0, values: {}, reportedAt: null };

export async function readInForce(db: Database | Tx, siteId: string, deviceId: string): Promise<InForce> {
  const row = await db
    .selectFrom('device_settings')
    .select(['version', 'in_force as values', 'reported_at as reportedAt'])
    .where('site_id', '=', siteId)
    .where('device_id', '=', deviceId)
    .executeTakeFirst();
  return row ? { ...row, values: row.values as Values } : nothing;
}

/** As `readInForce`, and nobody else changes anything about the device's settings until the transaction is over. */
export async function lockInForce(tx: Tx, siteId: string, deviceId: string): Promise<InForce> {
  await sql`insert into device_settings (site_id, device_id, version, in_force) values (${siteId}, ${deviceId}, 0, '{}')
    on conflict do nothing`.execute(tx);
  await sql`select 1 from device_settings where site_id = ${siteId} and device_id = ${deviceId} for update`.execute(tx);
  return readInForce(tx, siteId, deviceId);
}

export async function writeVersion(tx: Tx, siteId: string, deviceId: string, version: number): Promise<void> {
  await tx
    .updateTable('device_settings')
    .set({ version })
    .where('site_id', '=', siteId)
    .where('device_id', '=', deviceId)
    .execute();
}

export async function writeInForce(
  tx: Tx,
  siteId: string,
  deviceId: string,
  { values, reportedAt }: { values: Values; reportedAt: Date },
): Promise<void> {
  await tx
    .updateTable('device_settings')
    .set({ in_force: JSON.stringify(values), reported_at: reportedAt })
    .where('site_id', '=', siteId)
    .where('device_id', '=', deviceId)
    .execute();
}

/** What a device has not answered yet. */
export async function pendingOf(db: Database | Tx, siteId: string, deviceId: string): Promise<Pending[]> {
  const rows = await db
    .selectFrom('device_setting_changes')
    .select(['id', 'setting', 'version', 'value_after as after', 'registration_id as registrationId'])
    .where('site_id', '=', siteId)
    .where('device_id', '=', deviceId)
    .where('state', '=', 'pending')
    .execute();
  return rows.map((row) => ({ ...row, version: Number(row.version), after: row.after as Value }));
}

export async function settleChanges(
  tx: Tx,
  siteId: string,
  ids: readonly string[],
  state: Exclude<ChangeState, 'pending'>,
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('device_setting_changes')
    .set({ state, settled_at: now })
    .where('site_id', '=', siteId)
    .where('id', 'in', ids)
    .where('state', '=', 'pending')
    .execute();
}

/** A change as it is written down; with a `version` it waits for an answer, without it was made at the device. */
export type NewChange = {
  setting: string;
  before: Value | null;
  after: Value;
  asked: { cause: 'asked' | 'exchange'; version: number; by: string | null; of: string } | null;
};
type Around = { siteId: string; deviceId: string; registrationId: string; organizationId: string; now: Date };

export async function insertChanges(
  tx: Tx,
  { siteId, deviceId, registrationId, organizationId, now }: Around,
  changes: readonly NewChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx
    .insertInto('device_setting_changes')
    .values(
      changes.map(({ setting, before, after, asked }) => ({
        site_id: siteId,
        id: newId(),
        device_id: deviceId,
        registration_id: registrationId,
        organization_id: organizationId,
        setting,
        cause: asked?.cause ?? 'device',
        version: asked?.version ?? null,
        value_before: before === null ? null : JSON.stringify(before),
        value_after: JSON.stringify(after),
        asked_by: asked?.by ?? null,
        asked_for: asked?.of ?? null,
        asked_at: now,
        state: asked ? 'pending' : 'applied',
        settled_at: asked ? null : now,
      })),
    )
    .execute();
}
