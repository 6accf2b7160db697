import { sql } from 'kysely';
import { formatPhone } from '../../domain/identifiers/phone.ts';
import type { Database } from '../kernel/database.ts';
import type { Scope } from '../kernel/session.ts';

/** What a dealer tells its customers so that they can link it (E-04): its code, else the login ID of its first owner, and its phone number. */
export async function findOwnPair(
  db: Database,
  { siteId, organizationId }: Scope,
): Promise<{ dealer: string; phone: string | null } | null> {
  const { rows } = await sql<{ code: string | null; phone: string | null; country: string }>`
    select coalesce(o.dealer_code, (select u.login_id from users u
        where u.site_id = o.site_id and u.organization_id = o.id and u.ended_at is null and u.erased_at is null
        order by u.role = 'owner' desc, u.created_at, u.id limit 1)) as code,
      o.phone, o.country
    from organizations o where o.site_id = ${siteId} and o.id = ${organizationId}::uuid`.execute(db);
  const [own] = rows;
  if (!own?.code) return null;
  return { dealer: own.code, phone: own.phone && formatPhone(own.phone, own.country) };
}
