import { sql } from 'kysely';
import type { Database, Tx } from '../../kernel/database.ts';

/** A manufactured device with its registration in force, if any. */
export type FoundDevice = {
  deviceId: string;
  serial: string;
  model: string;
  shippedOn: string | null;
  claimCodeHash: Buffer | null;
  lockedAt: Date | null;
  registrationId: string | null;
  organizationId: string | null;
  /** For whom alone it may be registered, since a restore. */
  heldFor: string | null;
};

/** Holds on to these devices, in one order whoever does it: nobody else registers or passes them on until the end. */
export async function lockDevices(tx: Tx, siteId: string, serials: readonly string[]): Promise<void> {
  await sql`
    select count(*) from (
      select 1 from manufactured_devices where site_id = ${siteId} and serial = any(${[...serials]}::text[])
      order by serial for no key update) held`.execute(tx);
}

/**
 * What is known of these serial numbers, whoever's they are; for rules, never for answers. Looked up one by one through their indexes: after
 * many new rows nobody knows yet how many there are.
 */
export async function findDevices(
  tx: Tx | Database,
  siteId: string,
  serials: readonly string[],
): Promise<Map<string, FoundDevice>> {
  const { rows } = await sql<FoundDevice>`
    select d.device_id as "deviceId", d.serial, d.model, d.shipped_on as "shippedOn", d.claim_code_hash as "claimCodeHash",
      d.locked_at as "lockedAt", r.id as "registrationId", r.organization_id as "organizationId",
      (select h.organization_id from held_devices h where h.site_id = d.site_id and h.device_id = d.device_id) as "heldFor"
    from unnest(${[...serials]}::text[]) as s(serial)
    join lateral (
      select * from manufactured_devices d where d.site_id = ${siteId} and d.serial = s.serial limit 1) d on true
    left join lateral (
      select r.id, r.organization_id from device_registrations r
      where r.site_id = d.site_id and r.device_id = d.device_id and r.until_at is null limit 1) r on true`.execute(tx);
  return new Map(rows.map((row) => [row.serial, row]));
}
