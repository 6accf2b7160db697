import { sql } from 'kysely';
import { roles } from '../../domain/accounts/permissions.ts';
import type { MailNoticeEvent } from '../../domain/mail-notices/events.ts';
import type { Site } from '../kernel/app.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { asSearched } from '../kernel/search.ts';
import type { Scope } from '../kernel/session.ts';
import { eventsOf } from './wants.ts';

export const mailNoticeSorts = ['name', 'mail', 'role'] as const;
type Key = (typeof mailNoticeSorts)[number];
export type MailNoticeSort = Key | `-${Key}`;
/** Only those who are mailed about this event, or all. */
export type MailNoticeFilter = { text: string; event: MailNoticeEvent | null };

/** The users of the caller's organization with what they chose. */
export function matchingPeople(db: Database | Tx, site: Site, scope: Scope, { text, event }: MailNoticeFilter) {
  const people = db
    .selectFrom('users as u')
    .leftJoin('mail_notice_choices as c', (join) =>
      join.onRef('c.site_id', '=', 'u.site_id').onRef('c.user_id', '=', 'u.id'),
    )
    .select(['u.id', 'u.name', 'u.kana', 'u.login_id', 'u.mail', 'u.role', 'u.created_at', 'c.events'])
    .select(
      sql<boolean>`exists (select from v_proved_addresses a where a.site_id = u.site_id and a.user_id = u.id)`.as(
        'reached',
      ),
    )
    .where('u.site_id', '=', scope.siteId)
    .where('u.organization_id', '=', scope.organizationId)
    .where('u.ended_at', 'is', null)
    .where('u.erased_at', 'is', null);
  let matching = db.selectFrom(people.as('p'));
  if (event) matching = matching.where(sql<boolean>`p.reached and ${event} = any(${eventsOf(site)})`);
  if (text) {
    const searched = sql`lower(normalize(concat_ws(' ', p.name, p.kana, p.login_id, p.mail), NFKC))`;
    matching = matching.where(sql<boolean>`${searched} like ${asSearched(text)}`);
  }
  return matching;
}

const places = {
  name: sql`p.name collate "C"`,
  mail: sql`nullif(lower(p.mail), '')`,
  role: sql`array_position(${sql.lit(`{${roles.join()}}`)}::text[], p.role)`,
} as const;

/** Their rows in order; by themselves owners come first, then who has been there longest. */
export function peopleRows(
  db: Database | Tx,
  site: Site,
  scope: Scope,
  filter: MailNoticeFilter,
  sort: MailNoticeSort = 'role',
) {
  const down = sort.startsWith('-');
  const key = sort.replace(/^-/, '') as Key;
  return matchingPeople(db, site, scope, filter)
    .select(['p.id', 'p.name', 'p.login_id as loginId', 'p.mail', 'p.role', 'p.reached'])
    .select([sql<string[]>`${eventsOf(site)}`.as('events'), sql<boolean>`p.events is not null`.as('chosen')])
    .orderBy(places[key], (order) => (down ? order.desc().nullsLast() : order.asc().nullsLast()))
    .orderBy('p.created_at')
    .orderBy('p.id');
}

export type PersonRow = Awaited<ReturnType<ReturnType<typeof peopleRows>['execute']>>[number];

/** Somebody of the caller's organization. */
export function findPerson(db: Database | Tx, site: Site, scope: Scope, userId: string) {
  return peopleRows(db, site, scope, { text: '', event: null }).where('p.id', '=', userId).executeTakeFirst();
}

/** Locks somebody of the caller's organization, so that two who choose for them do so one after the other. */
export async function lockPerson(tx: Tx, scope: Scope, userId: string): Promise<void> {
  await sql`select 1 from users where site_id = ${scope.siteId} and organization_id = ${scope.organizationId} and id = ${userId}
    for no key update`.execute(tx);
}

export async function storeChoice(
  tx: Tx,
  scope: Scope,
  userId: string,
  events: readonly MailNoticeEvent[],
): Promise<void> {
  await sql`
    insert into mail_notice_choices as c (site_id, user_id, events, since, changed_at, changed_by)
    select ${scope.siteId}, ${userId}, ${[...events]}::text[], coalesce(jsonb_object_agg(e, ${scope.now}::timestamptz), '{}'), ${scope.now}, ${scope.userId}
    from unnest(${[...events]}::text[]) e
    on conflict (site_id, user_id) do update set events = excluded.events, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by, since = (select coalesce(jsonb_object_agg(key, coalesce(c.since -> key, value)), '{}')
        from jsonb_each(excluded.since))`.execute(tx);
}
