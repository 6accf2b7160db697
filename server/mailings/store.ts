import { sql } from 'kysely';
import type { Candidate, MailingKind, MailingState } from '../../domain/mailings/mailing.ts';
import type { Localised } from '../../domain/site/languages.ts';
import type { Database, Tx } from '../kernel/database.ts';
import type { Scope } from '../kernel/session.ts';

export type Receiver = Candidate & { userId: string; kind: MailingKind; title: Localised; body: Localised };

/** What `isSent` asks of the user `u` of the organization `o`. */
export const candidateFacts = sql<Candidate>`
  u.mail, u.news, u.ended_at is not null as ended, u.erased_at is not null as erased, o.closed_at is not null as closed,
  exists (select from v_proved_addresses p where p.site_id = u.site_id and p.user_id = u.id) as proved`;

/** Whom a mail of a mailing is for, as they are today, with the words as they were sent. */
export async function readReceiver(db: Database, siteId: string, mailId: string): Promise<Receiver | null> {
  const { rows } = await sql<Receiver>`
    select r.user_id as "userId", m.kind, jsonb_build_object('ja', m.title_ja, 'en', m.title_en) as title,
      jsonb_build_object('ja', m.body_ja, 'en', m.body_en) as body, ${candidateFacts}
    from mailing_receivers r
    join mailings m on m.site_id = r.site_id and m.id = r.mailing_id
    join users u on u.site_id = r.site_id and u.id = r.user_id
    join organizations o on o.site_id = u.site_id and o.id = u.organization_id
    where r.site_id = ${siteId} and r.mail_id = ${mailId}::uuid`.execute(db);
  return rows[0] ?? null;
}

/** What became of each mailing's mails: as it is, and once mails of its time are forgotten as it was then. */
export const countsOfMailing = sql`
  select count(*) filter (where t.state = 'sent')::int as sent, count(*) filter (where t.state = 'dead')::int as failed,
    count(*) filter (where t.state = 'dropped')::int as dropped,
    count(*) filter (where not u.news and u.news_at >= m.created_at)::int as withdrawn
  from mailing_receivers r
  join users u on u.site_id = r.site_id and u.id = r.user_id
  left join mails t on t.site_id = r.site_id and t.id = r.mail_id
  where r.site_id = m.site_id and r.mailing_id = m.id`;

export const mailingSorts = ['createdAt', 'kind', 'receivers'] as const;
type Sort = (typeof mailingSorts)[number];
export type MailingFilter = { text: string; kind: MailingKind | null; state: MailingState | null };

export type MailingRow = {
  id: string;
  createdAt: Date;
  by: string;
  kind: MailingKind;
  noticeId: string;
  titleJa: string;
  titleEn: string;
  bodyJa: string;
  bodyEn: string;
  organizations: string[] | null;
  receivers: number;
  sent: number;
  failed: number;
  dropped: number;
  withdrawn: number;
};

/** The mailings of the site with what became of them, as `m`; the caller has been let in as one of its operators. */
export function matchingMailings(db: Database | Tx, { siteId }: Pick<Scope, 'siteId'>, filter: MailingFilter) {
  const all = sql<MailingRow>`(
    select m.id, m.created_at as "createdAt", u.name as by, m.kind, m.notice_id as "noticeId", m.title_ja as "titleJa", m.title_en as "titleEn",
      m.body_ja as "bodyJa", m.body_en as "bodyEn", m.organizations, m.receivers,
      coalesce(m.sent, c.sent) as sent, coalesce(m.failed, c.failed) as failed, coalesce(m.dropped, c.dropped) as dropped,
      coalesce(m.withdrawn, c.withdrawn) as withdrawn
    from mailings m
    join users u on u.site_id = m.site_id and u.id = m.created_by
    cross join lateral (${countsOfMailing}) c
    where m.site_id = ${siteId})`.as<'m'>('m');
  let matching = db.selectFrom(all);
  if (filter.kind) matching = matching.where('m.kind', '=', filter.kind);
  if (filter.state)
    matching = matching.where(
      sql<boolean>`(m.receivers > m.sent + m.failed + m.dropped) = ${filter.state === 'under-way'}`,
    );
  if (filter.text)
    matching = matching.where(
      sql<boolean>`lower(normalize(concat_ws(' ', m."titleJa", m."titleEn"), nfkc)) like ${filter.text}`,
    );
  return matching;
}

const places = {
  createdAt: sql`m."createdAt"`,
  kind: sql`m.kind collate "C"`,
  receivers: sql`m.receivers`,
} as const;

/** In their order; by themselves the newest first. */
export function inOrder(matching: ReturnType<typeof matchingMailings>, sort?: Sort | `-${Sort}`) {
  const rows = matching.selectAll('m');
  const key = sort?.replace(/^-/, '') as Sort | undefined;
  const first = key ? rows.orderBy(places[key], sort?.startsWith('-') ? 'desc' : 'asc') : rows;
  return first.orderBy('m.createdAt', 'desc').orderBy('m.id', 'desc');
}

export const everyMailing: MailingFilter = { text: '', kind: null, state: null };

export function findMailing(db: Database | Tx, scope: Pick<Scope, 'siteId'>, id: string) {
  return inOrder(matchingMailings(db, scope, everyMailing).where('m.id', '=', id)).executeTakeFirst();
}

/** What organizations are called that were chosen; erased ones have no name. */
export async function namesOf(db: Database | Tx, { siteId }: Pick<Scope, 'siteId'>, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom('organizations')
    .select(['id', 'name'])
    .where('site_id', '=', siteId)
    .where('id', 'in', [...ids])
    .orderBy('name')
    .orderBy('id')
    .execute();
}
