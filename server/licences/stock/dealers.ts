import { sql } from 'kysely';
import { normaliseCode } from '../../../domain/identifiers/code.ts';
import type { Database, Tx } from '../../kernel/database.ts';

export type NamedDealer = { id: string; name: string };

const asNamed = (typed: string) => normaliseCode(typed).toLowerCase();

/**
 * Dealers that orders name: by the code under which a dealer signed up, where it has none by the login ID of any of its people. By what
 * was typed; what names no dealer that is open is not there.
 */
export async function findDealersNamed(
  db: Database | Tx,
  siteId: string,
  typed: readonly string[],
): Promise<Map<string, NamedDealer>> {
  const names = [...new Set(typed.map(asNamed))];
  const { rows } = await sql<NamedDealer & { code: string }>`
    select distinct on (n.code) n.code, o.id, o.name from (
      select lower(c.dealer_code) as code, c.id from organizations c
        where c.site_id = ${siteId} and lower(c.dealer_code) = any(${names}::text[])
      union all
      select lower(u.login_id), u.organization_id from users u
        where u.site_id = ${siteId} and lower(u.login_id) = any(${names}::text[]) and u.ended_at is null and u.erased_at is null
          and not exists (select from organizations d
            where d.site_id = u.site_id and d.id = u.organization_id and d.dealer_code is not null)) n
    join organizations o on o.site_id = ${siteId} and o.id = n.id and o.kind = 'dealer' and o.closed_at is null
    order by n.code, o.id`.execute(db);
  const byCode = new Map(rows.map(({ code, id, name }) => [code, { id, name }]));
  return new Map(
    typed.flatMap((one) => {
      const found = byCode.get(asNamed(one));
      return found ? [[one, found] as const] : [];
    }),
  );
}

/** What a dealer is named by in orders: its code, else the login ID of its first owner. */
export async function findOwnCode(db: Database, siteId: string, dealerId: string): Promise<string | null> {
  const { rows } = await sql<{ code: string | null }>`
    select coalesce(o.dealer_code, (select u.login_id from users u
        where u.site_id = o.site_id and u.organization_id = o.id and u.ended_at is null and u.erased_at is null
        order by u.role = 'owner' desc, u.created_at, u.id limit 1)) as code
    from organizations o where o.site_id = ${siteId} and o.id = ${dealerId}::uuid and o.kind = 'dealer'`.execute(db);
  return rows[0]?.code ?? null;
}
