import { sql } from 'kysely';
import type { NewsWay } from '../../../domain/accounts/news.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import type { NewEvent } from '../../kernel/events.ts';

/** Whether somebody wants news by mail, since when and by which way they said so; both null while they have not. */
export type NewsConsent = { news: boolean; since: Date | null; way: NewsWay | null };
type Stored = { news: boolean; news_at: Date | null; news_way: string | null };

function consentOf({ news, news_at: since, news_way: way }: Stored): NewsConsent {
  return { news, since, way: way as NewsWay | null };
}

function users(db: Database | Tx, siteId: string) {
  return db
    .selectFrom('users')
    .where('site_id', '=', siteId)
    .where('erased_at', 'is', null)
    .where('ended_at', 'is', null);
}

export async function findNews(db: Database | Tx, siteId: string, userId: string): Promise<NewsConsent | null> {
  const row = await users(db, siteId)
    .select(['news', 'news_at', 'news_way'])
    .where('id', '=', userId)
    .executeTakeFirst();
  return row ? consentOf(row) : null;
}

/** What is stored of an answer, and the event that keeps it in the log (P-05). */
export function newsColumns(news: boolean, way: NewsWay, now: Date) {
  return { news, news_at: now, news_way: way };
}

export function newsEvent(user: string, organization: string, news: boolean, way: NewsWay): NewEvent {
  return {
    what: news ? 'news.agreed' : 'news.withdrawn',
    subject: `user/${user}`,
    data: { user, organization, way },
  };
}

/** Stores what somebody says; what was so already changes nothing and keeps its date. */
export async function setNews(
  tx: Tx,
  siteId: string,
  userIds: readonly string[],
  { news, way, now }: { news: boolean; way: NewsWay; now: Date },
): Promise<NewEvent[]> {
  if (userIds.length === 0) return [];
  const changed = await tx
    .updateTable('users')
    .set(newsColumns(news, way, now))
    .where('site_id', '=', siteId)
    .where('id', 'in', [...userIds])
    .where('erased_at', 'is', null)
    .where('ended_at', 'is', null)
    // Who says no without ever having been asked has said so.
    .where((eb) => eb.or([eb('news', '<>', news), eb('news_at', 'is', null)]))
    .returning(['id', 'organization_id'])
    .execute();
  return changed.map(({ id, organization_id: organization }) => newsEvent(id, organization, news, way));
}

/** The accounts that share an address with this one, it included: who withdraws means the mailbox, not a login ID. */
export async function sharingAddress(db: Database | Tx, siteId: string, userId: string): Promise<string[]> {
  const rows = await users(db, siteId)
    .select('id')
    .where((eb) =>
      eb.or([
        eb('id', '=', userId),
        eb(
          sql<string>`lower(mail)`,
          '=',
          eb
            .selectFrom('users as u')
            .select(sql<string>`lower(u.mail)`.as('mail'))
            .where('u.site_id', '=', siteId)
            .where('u.id', '=', userId)
            .where('u.mail', '<>', ''),
        ),
      ]),
    )
    // In one order, so that two who withdraw at once do not wait for each other.
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
