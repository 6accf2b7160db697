import { sql } from 'kysely';
import type { CodeLength } from '../../domain/unlock-codes/lengths.ts';
import { reachableDevice } from '../kernel/access.ts';
import type { Tx } from '../kernel/database.ts';
import type { Scope } from '../kernel/session.ts';

/** A code as it was made. */
export type StoredCode = { deviceId: string; length: CodeLength; version: number; code: number };

/** The codes that these devices have got so far, by device; for rules, whoever's they are. */
export async function findCodes(
  tx: Tx,
  siteId: string,
  deviceIds: readonly string[],
): Promise<Map<string, StoredCode>> {
  const { rows } = await sql<StoredCode>`
    select device_id as "deviceId", length, version, code from unlock_codes
    where site_id = ${siteId} and device_id = any(${[...deviceIds]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.deviceId, row]));
}

export async function insertCodes(tx: Tx, scope: Scope, codes: readonly StoredCode[]): Promise<void> {
  if (codes.length === 0) return;
  const column = <T>(of: (one: StoredCode) => T) => codes.map(of);
  await sql`
    insert into unlock_codes (site_id, device_id, length, version, code, issued_at)
    select ${scope.siteId}, c.device_id, c.length, c.version, c.code, ${scope.now}::timestamptz
    from unnest(
      ${column((one) => one.deviceId)}::uuid[], ${column((one) => one.length)}::text[],
      ${column((one) => one.version)}::smallint[], ${column((one) => one.code)}::integer[]
    ) as c(device_id, length, version, code)`.execute(tx);
}

/** A code with the device whose it is. */
export type ReadableCode = {
  organizationId: string;
  serial: string;
  model: string;
  cause: string;
  registeredAt: Date;
  length: CodeLength;
  code: number;
};

/** The code of a device that the caller may read, or null; of nobody else's. */
export async function findReadableCode(tx: Tx, scope: Scope, deviceId: string): Promise<ReadableCode | null> {
  const { rows } = await sql<ReadableCode>`
    select organization_id as "organizationId", serial, model, cause, from_at as "registeredAt", length, code
    from v_unlock_codes v
    where site_id = ${scope.siteId} and device_id = ${deviceId}::uuid
      and ${reachableDevice(scope, 'read', { organization: 'v.organization_id', registration: 'v.registration_id' })}`.execute(
    tx,
  );
  return rows[0] ?? null;
}
