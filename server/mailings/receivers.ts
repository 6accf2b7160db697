import { sql } from 'kysely';
import { isSent, type Candidate, type MailingKind } from '../../domain/mailings/mailing.ts';
import type { Language } from '../../domain/site/languages.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { newId } from '../kernel/ids.ts';
import { candidateFacts } from './store.ts';

/** What decides who is reached; `organizations` null for all of the site. */
export type Aim = { noticeId: string; kind: MailingKind; organizations: readonly string[] | null };

const insertedAtOnceMax = 10_000;

type Asked = Candidate & { userId: string; language: Language; address: string };

/** Who is sent a mailing now, without those whom the notice has reached already. Whoever has several login IDs with one address gets one mail. */
export async function receiversOf(db: Database | Tx, siteId: string, { noticeId, kind, organizations }: Aim) {
  const { rows } = await sql<Asked>`
    select u.id as "userId", u.language, lower(u.mail) as address, ${candidateFacts}
    from users u
    join organizations o on o.site_id = u.site_id and o.id = u.organization_id
    where u.site_id = ${siteId}
      and (${organizations === null}::boolean or u.organization_id = any(${[...(organizations ?? [])]}::uuid[]))
      and lower(u.mail) not in (
        select lower(w.mail) from mailing_receivers r join users w on w.site_id = r.site_id and w.id = r.user_id
        where r.site_id = ${siteId} and r.notice_id = ${noticeId}::uuid)
    order by u.id`.execute(db);
  const byAddress = new Map<string, Pick<Asked, 'userId' | 'language'>>();
  for (const { userId, language, address, ...candidate } of rows)
    if (isSent(kind, candidate) && !byAddress.has(address)) byAddress.set(address, { userId, language });
  return [...byAddress.values()];
}

/** Fixes who gets it, each with the mail that is theirs. */
export async function keepReceivers(
  tx: Tx,
  siteId: string,
  { mailingId, noticeId }: { mailingId: string; noticeId: string },
  users: readonly string[],
): Promise<void> {
  for (let from = 0; from < users.length; from += insertedAtOnceMax) {
    const some = users.slice(from, from + insertedAtOnceMax);
    await sql`
      insert into mailing_receivers (site_id, notice_id, user_id, mailing_id, mail_id)
      select ${siteId}, ${noticeId}::uuid, user_id, ${mailingId}::uuid, mail_id
      from unnest(${some}::uuid[], ${some.map(() => newId())}::uuid[]) as r(user_id, mail_id)`.execute(tx);
  }
}

/** The organizations among these that the site does not have. */
export async function unknownOrganizations(
  db: Database | Tx,
  siteId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('organizations')
    .select('id')
    .where('site_id', '=', siteId)
    .where('id', 'in', [...ids])
    .execute();
  const known = new Set(rows.map(({ id }) => id));
  return new Set(ids.filter((id) => !known.has(id)));
}
