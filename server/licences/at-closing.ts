import { sql } from 'kysely';
import type { AtClosing, ClosingWord } from '../organizations/tree/at-closing.ts';

/**
 * What a dealer has in stock nobody could use after it has closed: it is assigned, given back or taken back before. Licences of a customer run on as they
 * are, and nobody can move them any more: that is said, and stops nothing, as a customer has no other way to be rid of them.
 */
export const licencesAtClosing: AtClosing = async (db, siteId, organizationId, now) => {
  const { rows } = await sql<{ stock: number; held: number }>`
    select
      (select coalesce(sum(b.quantity), 0)::int from licence_balances b
        where b.site_id = ${siteId} and b.holder = ${organizationId} and b.quantity > 0) as stock,
      (select count(*)::int from licences l
        where l.site_id = ${siteId} and l.customer_id = ${organizationId}::uuid and l.expires_at > ${now}::timestamptz) as held`.execute(
    db,
  );
  const word = (code: string, count: number, stops: boolean): ClosingWord[] =>
    count > 0 ? [{ code: `licences/${code}`, params: { count }, stops }] : [];
  return rows.flatMap(({ stock, held }) => [...word('stock-left', stock, true), ...word('licences-stay', held, false)]);
};
