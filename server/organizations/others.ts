import { sql, type RawBuilder } from 'kysely';

/**
 * Whether any organization is granted, not only devices of it, to the organization of a query's `alias`; `u` is a user, `o` an organization. This is asked at each
 * request, so it repeats the times of `grants_in_force` instead of asking it: what that adds, oneself and all for the maker, would be
 * walked through each time (9 ms among 20,000 organizations), and `permissionsAt` needs to know it of dealers alone.
 */
export function hasOthers(alias: 'u' | 'o', now: Date): RawBuilder<boolean> {
  const id = sql.ref(alias === 'u' ? 'u.organization_id' : 'o.id');
  return sql<boolean>`exists (select from grants g
    where g.site_id = ${sql.ref(`${alias}.site_id`)} and g.to_organization_id = ${id} and g.registration_id is null
      and g.since <= ${now}::timestamptz and (g.until is null or g.until > ${now}::timestamptz))`;
}
