import { sql } from 'kysely';
import { after, daysMs } from '../kernel/clock.ts';
import type { Job } from '../kernel/jobs.ts';
import { countsOfMailing } from './store.ts';

/** Some days before mails that went out are forgotten, so that what became of them is still known. */
const countedAfterMs = 80 * daysMs;

/**
 * Keeps of an old mailing how many got it, and then no longer who: as soon as its notice is over, too, since until then nobody may get it a
 * second time.
 */
export const mailingRetention: Job = {
  name: 'mailings',
  async run({ db }, now) {
    await sql`
      update mailings t set counted_at = ${now}, sent = c.sent, failed = c.failed, dropped = c.dropped, withdrawn = c.withdrawn
      from mailings m cross join lateral (${countsOfMailing}) c
      where m.site_id = t.site_id and m.id = t.id and t.counted_at is null and t.created_at <= ${after(now, -countedAfterMs)}`.execute(
      db,
    );
    await sql`
      delete from mailing_receivers r using mailings m, notices n
      where m.site_id = r.site_id and m.id = r.mailing_id and m.counted_at is not null
        and n.site_id = m.site_id and n.id = m.notice_id and n.ends_at <= ${now}`.execute(db);
  },
};
