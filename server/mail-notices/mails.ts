import { sql } from 'kysely';
import { chosenOf } from '../../domain/mail-notices/events.ts';
import type { Language } from '../../domain/site/languages.ts';
import { mailNoticeOptions } from '../../domain/site/capabilities.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { outsideId } from '../kernel/ids.ts';
import { composeMail } from '../mail/compose.ts';
import type { MailPlan } from '../mail/plan.ts';
import { eventWords } from './words.ts';

type Reached = { address: string; language: Language; name: string; organizationId: string };

async function reachedUser(db: Database | Tx, siteId: string, id: unknown): Promise<Reached | undefined> {
  const { rows } = await sql<Reached>`
    select p.address, p.language, p.name, p.organization_id as "organizationId" from v_mail_notice_people p
    where p.site_id = ${siteId} and p.user_id = ${String(id)}`.execute(db);
  return rows[0];
}

/** Who gets other mails than before because somebody else said so is told. */
export const mailNoticeMails: readonly MailPlan[] = [
  {
    template: 'mail-notices-changed',
    what: 'mail-notices.changed',
    recipients: async (tx, { siteId, actorId, data }) => {
      const user = data.user === actorId ? undefined : await reachedUser(tx, siteId, data.user);
      return user ? [{ recipient: user.address, language: user.language }] : [];
    },
    text: async (app, site, { recipient, language, data }) => {
      const user = await reachedUser(app.db, site.id, data.user);
      if (user?.address !== recipient) return null;
      const events = chosenOf(data.after as string[], mailNoticeOptions(site).events);
      return composeMail(site, language, 'mail-notices-changed', {
        name: user.name || translatorFor(language, 'mail')('someone'),
        events: eventWords(language, events),
        page: `${site.address}/o/${outsideId('organization', user.organizationId)}/mail-notices`,
      });
    },
  },
];
