import { sql } from 'kysely';
import { reachable } from '../../kernel/access.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { asSearched } from '../../kernel/search.ts';
import type { Scope } from '../../kernel/session.ts';

/** Given up, or tried in vain and to be tried again. */
export const failedMailStates = ['given-up', 'waiting'] as const;
export type FailedMailState = (typeof failedMailStates)[number];
export const failedMailSorts = ['triedAt', 'recipient', 'tries'] as const;
type Key = (typeof failedMailSorts)[number];
export type FailedMailSort = Key | `-${Key}`;

export type FailedMailFilter = { text: string; state: FailedMailState | null; from: Date | null; before: Date | null };

/** A server of the version before gives mails up without saying when. */
const triedAt = sql<Date>`coalesce(m.tried_at, m.next_try_at)`;
const tries = sql<number>`m.earlier_tries + m.tries`;

/** Mails of the caller's site that were tried in vain and not taken since, but for those whose address was erased. */
export function matchingMails(db: Database | Tx, { siteId }: Scope, filter: FailedMailFilter) {
  let matching = db
    .selectFrom('mails as m')
    .where('m.site_id', '=', siteId)
    .where(sql<boolean>`(m.state = 'dead' or m.state = 'due' and m.tried_at is not null)`)
    .where('m.recipient', 'not like', 'erased:%');
  if (filter.state) matching = matching.where('m.state', '=', filter.state === 'given-up' ? 'dead' : 'due');
  if (filter.from) matching = matching.where(triedAt, '>=', filter.from);
  if (filter.before) matching = matching.where(triedAt, '<', filter.before);
  if (filter.text) {
    const searched = sql`lower(normalize(concat_ws(' ', m.recipient, m.subject, m.last_error), NFKC))`;
    matching = matching.where(sql<boolean>`${searched} like ${asSearched(filter.text)}`);
  }
  return matching;
}

const places = { triedAt, recipient: sql`lower(m.recipient)`, tries } as const;

/** Their rows in order, by themselves what failed last first, each with the account that has its address today. */
export function failedMailRows(
  db: Database | Tx,
  scope: Scope,
  filter: FailedMailFilter,
  sort: FailedMailSort = '-triedAt',
) {
  const down = sort.startsWith('-');
  return matchingMails(db, scope, filter)
    .innerJoin('events as e', (join) => join.onRef('e.site_id', '=', 'm.site_id').onRef('e.id', '=', 'm.event_id'))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('users as o')
          .innerJoin('organizations as g', (join) =>
            join.onRef('g.site_id', '=', 'o.site_id').onRef('g.id', '=', 'o.organization_id'),
          )
          .select(['o.id', 'o.login_id', 'o.name', 'g.name as organization'])
          .whereRef('o.site_id', '=', 'm.site_id')
          .where(sql<boolean>`lower(o.mail) = lower(m.recipient)`)
          .where('o.ended_at', 'is', null)
          .where('o.erased_at', 'is', null)
          .where('o.organization_id', 'in', reachable(scope, 'read'))
          .orderBy('o.created_at')
          .orderBy('o.id')
          .limit(1)
          .as('u'),
      (join) => join.onTrue(),
    )
    .select(['m.id', 'm.state', 'm.recipient', 'm.subject', 'm.last_error as answer', 'e.what as about'])
    .select(['m.next_try_at as nextTryAt', triedAt.as('triedAt'), tries.as('tries')])
    .select(['u.id as userId', 'u.login_id as loginId', 'u.name', 'u.organization'])
    .orderBy(places[sort.replace(/^-/, '') as Key], (order) => (down ? order.desc() : order.asc()))
    .orderBy('m.id', 'desc');
}

export type FailedMailRow = Awaited<ReturnType<ReturnType<typeof failedMailRows>['execute']>>[number];
