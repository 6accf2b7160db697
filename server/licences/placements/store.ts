import { sql } from 'kysely';
import type { PlacementCause } from '../../../domain/licences/codes.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import { tellPlaced } from '../tell.ts';

export type Placing = { licenceId: string; deviceId: string; customerId: string; cause: PlacementCause };

/** From now on these licences serve these devices; whoever calls holds their customers and has settled. */
export async function place(tx: Tx, scope: Scope, placings: readonly Placing[], by: string | null): Promise<void> {
  if (placings.length === 0) return;
  const column = <T>(of: (one: Placing) => T) => placings.map(of);
  await sql`
    insert into licence_placements (site_id, id, licence_id, device_id, customer_id, from_at, until_at, cause, created_by)
    select l.site_id, p.id, l.id, p.device_id, p.customer_id, ${scope.now}::timestamptz, l.expires_at, p.cause, ${by}::uuid
    from unnest(${placings.map(() => newId())}::uuid[], ${column((one) => one.licenceId)}::uuid[],
      ${column((one) => one.deviceId)}::uuid[], ${column((one) => one.customerId)}::uuid[], ${column((one) => one.cause)}::text[])
      as p(id, licence_id, device_id, customer_id, cause)
    join licences l on l.site_id = ${scope.siteId} and l.id = p.licence_id`.execute(tx);
  const ids = column((one) => one.licenceId);
  await sql`
    update licences set set_aside_for = null
    where site_id = ${scope.siteId} and id = any(${ids}::uuid[]) and set_aside_for is not null`.execute(tx);
  await tellPlaced(
    tx,
    scope.siteId,
    column((one) => one.deviceId),
  );
}

/** Ends what serves now, of a licence or of a device: from now on that licence waits. Gives what ended. */
export async function free(
  tx: Tx,
  scope: Scope,
  of: { licenceId: string } | { deviceId: string },
): Promise<{ licenceId: string; deviceId: string } | null> {
  const which = 'licenceId' in of ? sql`licence_id = ${of.licenceId}::uuid` : sql`device_id = ${of.deviceId}::uuid`;
  const { rows } = await sql<{ licenceId: string; deviceId: string }>`
    update licence_placements set until_at = ${scope.now}::timestamptz, settled_at = ${scope.now}::timestamptz
    where site_id = ${scope.siteId} and ${which} and until_at > ${scope.now}::timestamptz
    returning licence_id as "licenceId", device_id as "deviceId"`.execute(tx);
  const [ended] = rows;
  if (!ended) return null;
  await tellPlaced(tx, scope.siteId, [ended.deviceId]);
  return ended;
}

/** Licences of a customer that are kept for a device are so no longer. */
export async function dropAside(tx: Tx, scope: Scope, customerId: string, deviceId: string): Promise<void> {
  await sql`
    update licences set set_aside_for = null
    where site_id = ${scope.siteId} and customer_id = ${customerId}::uuid and set_aside_for = ${deviceId}::uuid`.execute(
    tx,
  );
}

export type FreeLicence = { id: string; type: string };

/** Licences of a customer that wait for nothing in particular; the earliest to expire first. */
export async function findFree(db: Database | Tx, scope: Scope, customerId: string): Promise<FreeLicence[]> {
  const { rows } = await sql<FreeLicence>`
    select l.id, l.type from licences l
    where l.site_id = ${scope.siteId} and l.customer_id = ${customerId}::uuid and l.expires_at > ${scope.now}::timestamptz
      and l.set_aside_for is null
      and not exists (select from licence_placements p
        where p.site_id = l.site_id and p.licence_id = l.id and p.until_at > ${scope.now}::timestamptz)
    order by l.expires_at, l.id`.execute(db);
  return rows;
}
