import { sql } from 'kysely';
import type { z } from 'zod';
import type { NewsWay } from '../../domain/accounts/news.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { outsideId } from '../kernel/ids.ts';
import { asSearched } from '../kernel/search.ts';
import type { Scope } from '../kernel/session.ts';
import type { consentItem, consentSorts, ConsentQuery } from './schemas.ts';

/** The users of the site who ever said whether they want news, as `c`; the caller has been let in as one of its operators. */
export function matchingConsents(
  db: Database | Tx,
  { siteId }: Pick<Scope, 'siteId'>,
  { text, news, way }: ConsentQuery,
) {
  const all = db
    .selectFrom('users as u')
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'u.site_id').onRef('o.id', '=', 'u.organization_id'),
    )
    .select(['u.id as user', 'u.name', 'u.login_id as loginId', 'u.mail', 'u.news'])
    .select(['o.id as organizationId', 'o.name as organization'])
    .select([sql<Date>`u.news_at`.as('since'), sql<NewsWay>`u.news_way`.as('way')])
    .where('u.site_id', '=', siteId)
    .where('u.news_at', 'is not', null)
    .where('u.ended_at', 'is', null)
    .where('u.erased_at', 'is', null);
  let matching = db.selectFrom(all.as('c'));
  if (news) matching = matching.where('c.news', '=', news === 'yes');
  if (way) matching = matching.where('c.way', '=', way);
  if (text.trim())
    matching = matching.where(
      sql<boolean>`lower(normalize(concat_ws(' ', c.name, c."loginId", c.mail, c.organization), nfkc)) like ${asSearched(text.trim())}`,
    );
  return matching;
}

const places = {
  since: sql`c.since`,
  name: sql`lower(c.name) collate "C"`,
  organization: sql`lower(c.organization) collate "C"`,
  way: sql`c.way collate "C"`,
} as const satisfies Record<(typeof consentSorts)[number], unknown>;

export function consentRows(db: Database | Tx, scope: Pick<Scope, 'siteId'>, query: ConsentQuery) {
  const rows = matchingConsents(db, scope, query).selectAll('c');
  const { sort } = query;
  const key = sort?.replace(/^-/, '') as keyof typeof places | undefined;
  const first = key ? rows.orderBy(places[key], sort?.startsWith('-') ? 'desc' : 'asc') : rows;
  return first.orderBy('c.since', 'desc').orderBy('c.user', 'desc');
}

type Row = Awaited<ReturnType<ReturnType<typeof consentRows>['execute']>>[number];

export function presentConsent(row: Row): z.infer<typeof consentItem> {
  const { user, name, loginId, mail, organizationId, organization, news, since, way } = row;
  return {
    user: outsideId('user', user),
    name,
    loginId,
    mail,
    organization: { id: outsideId('organization', organizationId), name: organization },
    news,
    since: since.toISOString(),
    way,
  };
}
