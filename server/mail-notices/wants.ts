import { sql, type RawBuilder } from 'kysely';
import type { MailNoticeEvent } from '../../domain/mail-notices/events.ts';
import { mailNoticeOptions } from '../../domain/site/capabilities.ts';
import type { Site } from '../kernel/app.ts';

/**
 * Whether a person `p` of `v_mail_notice_people` is mailed about an event: as they chose, else as is usual at the site. Everybody who
 * mails users of an organization about their devices asks it, when the mail is decided and again when it is written.
 */
export function wants(site: Site, event: MailNoticeEvent | RawBuilder<string>): RawBuilder<boolean> {
  return sql<boolean>`(${event} = any(${eventsOf(site)}))`;
}

/** The events of a person `p`, of whom `p.events` and `p.role` are known. */
export function eventsOf(site: Site): RawBuilder<string[]> {
  const { usual } = mailNoticeOptions(site);
  return sql<
    string[]
  >`coalesce(p.events, case when p.role = 'owner' then ${usual.owner}::text[] else ${usual.others}::text[] end)`;
}
