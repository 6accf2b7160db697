import { sql, type RawBuilder } from 'kysely';

/** Whether anything is granted to the organization of a query's `alias`; `u` is a user, `o` an organization. */
export function hasOthers(alias: 'u' | 'o', now: Date): RawBuilder<boolean> {
  const id = sql.ref(alias === 'u' ? 'u.organization_id' : 'o.id');
  return sql<boolean>`exists (select from grants g
    where g.site_id = ${sql.ref(`${alias}.site_id`)} and g.to_organization_id = ${id}
      and g.since <= ${now}::timestamptz and (g.until is null or g.until > ${now}::timestamptz))`;
}
