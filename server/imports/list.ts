import { sql } from 'kysely';
import type { z } from 'zod';
import { daySpan } from '../../domain/site/civil-time.ts';
import { reachable } from '../kernel/access.ts';
import type { Site } from '../kernel/app.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { asSearched } from '../kernel/search.ts';
import type { Scope, Session } from '../kernel/session.ts';
import type { Importer } from './importer.ts';
import type { importQuery, ShownState } from './schemas.ts';

export type ImportFilter = {
  /** Null for those of every kind. */
  kinds: readonly string[] | null;
  text: string;
  state: ShownState | null;
  from: Date | null;
  before: Date | null;
};

/**
 * What the caller asked for of what it may know. Operators see of every file that there was one, whose, and what became of it (P-26), though not
 * what is in it; others those of the kinds that they may use themselves.
 */
export function filterOf(
  importers: ReadonlyMap<string, Importer>,
  site: Site,
  { organizationKind, permissions }: Session,
  { text, state, from, until }: z.output<typeof importQuery>,
): ImportFilter {
  const usable = [...importers.values()].filter(
    ({ capability, permission }) => capability in site.capabilities && permissions.has(permission),
  );
  return {
    kinds: organizationKind === 'maker' ? null : usable.map(({ kind }) => kind),
    text: text.trim(),
    state: state ?? null,
    ...daySpan(from, until, site.timeZone),
  };
}

/** A confirmed one waits until a job has taken it up. */
const shownState = sql<ShownState>`case when i.state = 'running' and p.rows_done is null then 'waiting' else i.state end`;

/** Imports of organizations that the caller may read, with who uploaded them. */
export function matchingImports(db: Database | Tx, scope: Scope, { kinds, text, state, from, before }: ImportFilter) {
  let matching = db
    .selectFrom('imports as i')
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'i.site_id').onRef('o.id', '=', 'i.organization_id'),
    )
    .innerJoin('users as u', (join) => join.onRef('u.site_id', '=', 'i.site_id').onRef('u.id', '=', 'i.user_id'))
    .leftJoin('import_progress as p', (join) =>
      join.onRef('p.site_id', '=', 'i.site_id').onRef('p.import_id', '=', 'i.id'),
    )
    .where('i.site_id', '=', scope.siteId)
    .where('i.organization_id', 'in', reachable(scope, 'read'));
  if (kinds) matching = matching.where('i.kind', 'in', [...kinds, '']);
  if (state) matching = matching.where(shownState, '=', state);
  if (from) matching = matching.where('i.created_at', '>=', from);
  if (before) matching = matching.where('i.created_at', '<', before);
  if (text) {
    const searched = sql`lower(normalize(concat_ws(' ', i.file_name, o.name, u.name), NFKC))`;
    matching = matching.where(sql<boolean>`${searched} like ${asSearched(text)}`);
  }
  return matching;
}

/** Their rows, the newest first. */
export function importRows(db: Database | Tx, scope: Scope, filter: ImportFilter) {
  return matchingImports(db, scope, filter)
    .select(['i.id', 'i.kind', 'i.file_name', 'i.row_count', 'i.fault_count', 'i.stored_count', 'i.fault'])
    .select(['i.created_at', 'i.done_at', 'i.organization_id', shownState.as('state')])
    .select(['o.name as organization', 'u.name as user', 'p.rows_done as rowsDone'])
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id', 'desc');
}
