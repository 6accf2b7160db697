import type { Language } from '../../../domain/site/languages.ts';
import { outsideId } from '../../kernel/ids.ts';
import { composeMail, mailInstant } from '../../mail/compose.ts';
import type { MailPlan } from '../../mail/plan.ts';
import { findPerson, nameOfOrganization, onceEach, someone, toOwners } from '../../organizations/mail-facts.ts';
import { maskMail } from '../account-data/mails.ts';

/** An operator gave the account to another address: both hear of it (L-01). A dealer's correction is of an address that nobody has proved. */
const corrected: MailPlan = {
  template: 'address-corrected',
  what: 'address.corrected',
  recipients: async (tx, event) => {
    if (event.data.byOperator !== true) return [];
    const user = await findPerson(tx, event.siteId, event.data.user);
    const row = await tx
      .selectFrom('mail_changes')
      .select(['old_mail', 'new_mail'])
      .where('site_id', '=', event.siteId)
      .where('id', '=', String(event.data.change))
      .executeTakeFirst();
    if (!user || !row) return [];
    return onceEach([row.new_mail, row.old_mail].map((recipient) => ({ recipient, language: user.language })));
  },
  text: async (app, site, { language, data }) => {
    const user = await findPerson(app.db, site.id, data.user);
    const row = await app.db
      .selectFrom('mail_changes')
      .select('new_mail')
      .where('site_id', '=', site.id)
      .where('id', '=', String(data.change))
      .executeTakeFirst();
    if (!user || !row) return null;
    return composeMail(site, language, 'address-corrected', {
      name: user.name || someone(language),
      mail: maskMail(row.new_mail),
      forgotten: `${site.address}/forgotten-password`,
    });
  },
};

/** The dealer's owners hear once of customers who still use the password that the dealer set (L-09). */
const unanswered: MailPlan = {
  template: 'temporary-password-unanswered',
  what: 'temporary-password.unanswered',
  recipients: (tx, event) => toOwners(tx, event.siteId, event.data.organization),
  text: async (app, site, { language, data }) => {
    const users = Array.isArray(data.users) ? data.users.map(String) : [];
    const rows = await app.db
      .selectFrom('users as u')
      .innerJoin('organizations as o', (join) =>
        join.onRef('o.site_id', '=', 'u.site_id').onRef('o.id', '=', 'u.organization_id'),
      )
      .select(['u.mail', 'u.password_changed_at', 'o.name'])
      .where('u.site_id', '=', site.id)
      .where('u.id', 'in', users)
      .where('u.password_temporary', '=', true)
      .where('u.ended_at', 'is', null)
      .where('o.closed_at', 'is', null)
      .where('o.parent_id', '=', String(data.organization))
      .orderBy('o.name')
      .orderBy('u.id')
      .execute();
    // Handed over between the decision and the sending: there is nothing to say any more.
    if (rows.length === 0) return null;
    const line = (row: (typeof rows)[number]) => lineOf(row, language, site.timeZone);
    const dealer = outsideId('organization', String(data.organization));
    return composeMail(site, language, 'temporary-password-unanswered', {
      dealer: await nameOfOrganization(app.db, site, data.organization, language),
      customers: rows.map(line).join('\n'),
      page: `${site.address}/o/${dealer}/customers?state=temporary`,
    });
  },
};

function lineOf(
  row: { name: string; mail: string; password_changed_at: Date },
  language: Language,
  timeZone: string,
): string {
  const day = mailInstant(row.password_changed_at, language, timeZone);
  const who = row.name === row.mail ? row.mail : `${row.name} (${row.mail})`;
  return `- ${who}: ${day}`;
}

export const customerMails = [corrected, unanswered];
