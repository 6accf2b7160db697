import { sql, type RawBuilder } from 'kysely';
import type { OrganizationKind } from '../../../domain/accounts/permissions.ts';
import { deviceOptions } from '../../../domain/site/capabilities.ts';
import type { Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { asSearched } from '../../kernel/search.ts';
import type { Scope } from '../../kernel/session.ts';
import { contributionsAt, type Contributions, type Joined, type JoinedColumn } from '../contribution.ts';

/** A column with the rows it is out of. */
export type JoinedAt = { column: JoinedColumn; joined: Joined; site: Site };

/** All that a site's data may name. */
export function allJoined(site: Site, all: Contributions): JoinedAt[] {
  return contributionsAt(site, all).flatMap(({ joined = [] }) =>
    joined.flatMap((one) => one.columns.map((column) => ({ column, joined: one, site }))),
  );
}

/** The joined columns that people of this kind may search and sort by. */
export function joinedFor(site: Site, all: Contributions, kind: OrganizationKind): JoinedAt[] {
  return allJoined(site, all).filter(({ column: { kinds } }) => !kinds || kinds.includes(kind));
}

/** Those of them that the site's list shows. */
export function joinedShown(site: Site, all: Contributions, kind: OrganizationKind): JoinedAt[] {
  const { columns } = deviceOptions(site).list;
  return joinedFor(site, all, kind).filter(({ column }) => columns.includes(column.key));
}

/** What is looked for in a joined column: a part of its text, or one of its codes. */
export type JoinedFilter = JoinedAt & { text: string };

/** The rows beside each registration `r`, none where there are none; to stand in a `left join lateral`. */
export function rowsOf({ joined, site }: Pick<JoinedAt, 'joined' | 'site'>, scope: Scope): RawBuilder<unknown> {
  return sql`lateral (${joined.rows(scope, site)}) as ${sql.raw(joined.name)}`;
}

/** The different rows that these columns are out of. */
export function rowsBehind(some: readonly JoinedAt[]): JoinedAt[] {
  return [...new Map(some.map((one) => [one.joined, one])).values()];
}

const bare = ({ value }: JoinedColumn) => sql.raw(value);

function isMoment({ kind }: JoinedColumn): boolean {
  return kind === 'day' || kind === 'instant';
}

export function fits({ column, text }: JoinedFilter): RawBuilder<boolean> {
  if (column.search === 'part') return sql<boolean>`lower(normalize(${bare(column)}, nfkc)) like ${asSearched(text)}`;
  if (column.search !== null && 'fits' in column.search) return column.search.fits(text);
  const meaning = column.meaning?.[text];
  return meaning === undefined ? sql<boolean>`${bare(column)} = ${text}` : sql<boolean>`(${sql.raw(meaning)})`;
}

/** By which a column sorts: texts as they are compared, by code points; nothing stands where there is nothing. */
export function sortedBy({ column }: JoinedAt): RawBuilder<unknown> {
  if (column.sortBy !== undefined) return sql.raw(column.sortBy);
  if (isMoment(column)) return bare(column);
  return sql`nullif(lower(normalize(${bare(column)}, nfkc)), '') collate "C"`;
}

/** The values of one device by key: a text, or milliseconds since 1970; null where there is nothing. */
export type JoinedValues = Record<string, string | number | null>;

/** The joined values of these registrations, which the caller has found already. */
export async function joinedValues(
  db: Database | Tx,
  scope: Scope,
  wanted: readonly JoinedAt[],
  registrationIds: readonly string[],
): Promise<ReadonlyMap<string, JoinedValues>> {
  if (wanted.length === 0 || registrationIds.length === 0) return new Map();
  const pairs = wanted.map(({ column }) => {
    const value = isMoment(column)
      ? sql`(extract(epoch from ${bare(column)}) * 1000)::float8`
      : sql`nullif(${bare(column)}, '')`;
    return sql`${sql.lit(column.key)}::text, ${value}`;
  });
  const joins = rowsBehind(wanted).map((one) => sql`left join ${rowsOf(one, scope)} on true`);
  const { rows } = await sql<{ id: string; found: JoinedValues }>`
    select r.id, jsonb_build_object(${sql.join(pairs)}) as found
    from device_registrations r ${sql.join(joins, sql` `)}
    where r.site_id = ${scope.siteId} and r.id = any(${[...registrationIds]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, found }) => [id, found]));
}

/** As the API gives them: moments as instants. */
export function presentJoined(
  wanted: readonly JoinedAt[],
  found: JoinedValues | undefined,
): Record<string, string | null> {
  return Object.fromEntries(
    wanted.map(({ column: { key } }) => {
      const value = found?.[key] ?? null;
      return [key, typeof value === 'number' ? new Date(value).toISOString() : value];
    }),
  );
}
