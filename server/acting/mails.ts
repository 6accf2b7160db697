import { outsideId } from '../kernel/ids.ts';
import { composeMail } from '../mail/compose.ts';
import type { MailPlan } from '../mail/plan.ts';
import { nameOfOrganization, nameOfPerson, toOwners } from '../organizations/mail-facts.ts';

/** The owners hear at once who acts for them, until when and why (P-17). */
const started: MailPlan = {
  template: 'acting-started',
  what: 'acting.started',
  recipients: (tx, event) => toOwners(tx, event.siteId, event.data.organization),
  text: async (app, site, { language, data }) => {
    const row = await app.db
      .selectFrom('acting_sessions')
      .select('reason')
      .where('site_id', '=', site.id)
      .where('id', '=', String(data.acting))
      .executeTakeFirst();
    if (!row) return null;
    return composeMail(site, language, 'acting-started', {
      organization: await nameOfOrganization(app.db, site, data.organization, language),
      by: await nameOfOrganization(app.db, site, data.by, language),
      user: await nameOfPerson(app.db, site.id, data.user, language),
      until: new Date(String(data.endsAt)),
      reason: row.reason,
      page: `${site.address}/o/${outsideId('organization', String(data.organization))}/acting`,
    });
  },
};

export const actingMails = [started];
