import { isSent, type MailingKind } from '../../domain/mailings/mailing.ts';
import type { Language } from '../../domain/site/languages.ts';
import { newsToken } from '../accounts/news/link.ts';
import type { MailPlan } from '../mail/plan.ts';
import { noticeToMail } from '../notices/mailable.ts';
import { toPerson } from '../organizations/mail-facts.ts';
import { readReceiver, type Receiver } from './store.ts';
import { writeLetter } from './text.ts';

/** Whether it is still theirs to get: who withdrew, left or has another address since is left alone. */
function isStillSent(receiver: Receiver, recipient: string): boolean {
  const { kind, mail } = receiver;
  return mail.toLowerCase() === recipient.toLowerCase() && isSent(kind, receiver);
}

const mailing: MailPlan = {
  template: 'mailing',
  what: 'mailing.sent',
  bulk: true,
  recipients: async (tx, { siteId, data }) => {
    const rows = await tx
      .selectFrom('mailing_receivers as r')
      .innerJoin('users as u', (join) => join.onRef('u.site_id', '=', 'r.site_id').onRef('u.id', '=', 'r.user_id'))
      .select(['r.mail_id as id', 'u.mail as recipient', 'u.language'])
      .where('r.site_id', '=', siteId)
      .where('r.mailing_id', '=', String(data.mailing))
      .execute();
    return rows.map((row) => ({ ...row, language: row.language as Language }));
  },
  text: async (app, site, { id, recipient, language }) => {
    const receiver = await readReceiver(app.db, site.id, id);
    if (!receiver || !isStillSent(receiver, recipient)) return null;
    const token = newsToken(app, site.id, receiver.userId);
    return writeLetter(site, language, { ...receiver, test: false }, token);
  },
};

/** To its author alone, in their language, as everybody would get it now. */
const tested: MailPlan = {
  template: 'mailing-test',
  what: 'mailing.tested',
  recipients: async (tx, { siteId, data }) => toPerson(tx, siteId, data.user),
  text: async (app, site, { language, data }) => {
    const notice = await noticeToMail(app.db, site.id, String(data.notice), app.clock.now());
    if (!notice) return null;
    const token = newsToken(app, site.id, String(data.user));
    return writeLetter(site, language, { ...notice, kind: data.kind as MailingKind, test: true }, token);
  },
};

export const mailingMails = [mailing, tested];
