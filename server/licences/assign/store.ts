import { sql } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import type { AssignmentDates } from './dates.ts';

export type TakenLot = { lotId: string; quantity: number };

export type NewAssignment = AssignmentDates & {
  customerId: string;
  dealerId: string;
  type: string;
  termMonths: number;
  /** Devices for which the first ones are set aside. */
  devices: readonly string[];
  lots: readonly TakenLot[];
  /** Null where the portal did it by itself. */
  userId: string | null;
};

/** Writes one act down, with a licence for each that was taken from stock; the licences' IDs. */
export async function storeAssignment(
  tx: Tx,
  siteId: string,
  id: string,
  wished: NewAssignment,
  now: Date,
): Promise<string[]> {
  const { customerId, dealerId, type, termMonths, assignedOn, freeUntil, lastDay, expiresAt, devices, lots, userId } =
    wished;
  const lotIds = lots.flatMap(({ lotId, quantity }) => Array.from({ length: quantity }, () => lotId));
  await tx
    .insertInto('licence_assignments')
    .values({
      site_id: siteId,
      id,
      customer_id: customerId,
      dealer_id: dealerId,
      type,
      term_months: termMonths,
      quantity: lotIds.length,
      assigned_on: assignedOn,
      free_until: freeUntil,
      last_day: lastDay,
      expires_at: expiresAt,
      created_by: userId,
      created_at: now,
    })
    .execute();
  const ids = lotIds.map(() => newId());
  const aside = lotIds.map((_, at) => devices[at] ?? null);
  await sql`
    insert into licences (site_id, id, assignment_id, lot_id, customer_id, type, last_day, expires_at, set_aside_for)
    select ${siteId}::text, l.id, ${id}::uuid, l.lot_id, ${customerId}::uuid, ${type}::text, ${lastDay}::date, ${expiresAt}::timestamptz, l.device_id
    from unnest(${ids}::uuid[], ${lotIds}::uuid[], ${aside}::uuid[]) as l(id, lot_id, device_id)`.execute(tx);
  return ids;
}
