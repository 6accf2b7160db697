import { sql } from 'kysely';
import type { Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import type { Scope } from '../../kernel/session.ts';
import { lockOrganization } from '../../organizations/lock.ts';
import { freed } from '../placements/contribution.ts';
import { free } from '../placements/store.ts';
import { licenceProblem } from '../problems.ts';
import { settle } from '../settle/settle.ts';

export type HeldLicence = { id: string; type: string; termMonths: number; lastDay: string; serial: string | null };

/** A customer that is open; null for any other organization. */
export async function findHolder(db: Database | Tx, siteId: string, id: string): Promise<{ name: string } | null> {
  const { rows } = await sql<{ name: string }>`
    select name from v_customer_addresses
    where site_id = ${siteId} and organization_id = ${id}::uuid and closed_at is null`.execute(db);
  return rows[0] ?? null;
}

/** Licences of a customer that are not over, with the device that each serves now. */
export async function findHeld(
  db: Database | Tx,
  scope: Pick<Scope, 'siteId' | 'now'>,
  customerId: string,
  max: number,
): Promise<HeldLicence[]> {
  const { rows } = await sql<HeldLicence>`
    select l.id, l.type, a.term_months as "termMonths", to_char(l.last_day, 'YYYY-MM-DD') as "lastDay", d.serial
    from licences l
    join licence_assignments a on a.site_id = l.site_id and a.id = l.assignment_id
    left join licence_placements p on p.site_id = l.site_id and p.licence_id = l.id
      and p.from_at <= ${scope.now}::timestamptz and p.until_at > ${scope.now}::timestamptz
    left join v_manufactured_devices d on d.site_id = p.site_id and d.device_id = p.device_id
    where l.site_id = ${scope.siteId} and l.customer_id = ${customerId}::uuid and l.expires_at > ${scope.now}::timestamptz
    order by l.expires_at, l.id limit ${max}`.execute(db);
  return rows;
}

export type Handing = { fromId: string; toId: string; licenceIds: readonly string[]; reason: string };

/**
 * An operator hands licences that went to a wrong account over to the right customer (details.md, L-01): their dates stay, the devices
 * they serve lose them, and at the new customer they wait. All of them or none; the history of assignments stays as it was.
 */
export async function handLicences(
  tx: Tx,
  site: Site,
  scope: Scope,
  { fromId, toId, licenceIds, reason }: Handing,
): Promise<Outcome<{ licences: number }>> {
  if (!(await findHolder(tx, site.id, fromId))) return { reply: platformProblem('not-found') };
  const unknown = platformProblem('invalid-fields', { errors: [{ pointer: '/to', code: 'licences/holder-unknown' }] });
  if (fromId === toId || !(await findHolder(tx, site.id, toId))) return { reply: unknown };
  for (const id of [fromId, toId].toSorted())
    if (!(await lockOrganization(tx, site.id, id))) return { reply: platformProblem('not-found') };
  await settle(tx, site, [fromId, toId], scope.now);
  const ids = [...new Set(licenceIds)];
  const { rows } = await sql<{ id: string }>`
    select id from licences where site_id = ${site.id} and customer_id = ${fromId}::uuid and id = any(${ids}::uuid[])
      and expires_at > ${scope.now}::timestamptz order by id for update`.execute(tx);
  if (rows.length < ids.length) return { reply: licenceProblem('licences-gone') };
  const ended = [];
  for (const id of ids) {
    const one = await free(tx, scope, { licenceId: id });
    if (one) ended.push(freed(one, fromId));
  }
  await sql`
    update licences set customer_id = ${toId}::uuid, set_aside_for = null, version = version + 1
    where site_id = ${site.id} and id = any(${ids}::uuid[])`.execute(tx);
  const data = { from: fromId, to: toId, licences: ids };
  const handed = { what: 'licences.handed' as const, subject: `organization/${toId}`, data, details: { reason } };
  return { reply: { status: 200, body: { licences: ids.length } }, events: [...ended, handed] };
}
