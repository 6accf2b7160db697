import type { Tx } from '../../kernel/database.ts';
import { composeMail } from '../../mail/compose.ts';
import type { MailPlan, PlannedMail } from '../../mail/plan.ts';
import { nameOfOrganization, onceEach, toOwners } from '../../organizations/mail-facts.ts';
import { toProvedOwners } from '../assign/mails.ts';

/** A customer's owners as far as their address is proved, and those of the dealer that looks after it. */
async function toBoth(tx: Tx, siteId: string, customerId: unknown): Promise<PlannedMail[]> {
  const above = await tx
    .selectFrom('organizations')
    .select('parent_id')
    .where('site_id', '=', siteId)
    .where('id', '=', String(customerId))
    .executeTakeFirst();
  const dealer = above?.parent_id ? await toOwners(tx, siteId, above.parent_id) : [];
  return onceEach([...(await toProvedOwners(tx, siteId, customerId)), ...dealer]);
}

/** Each side hears of its own: who the other is concerns neither. */
const plan = (template: string, side: 'from' | 'to'): MailPlan => ({
  template,
  what: 'licences.handed',
  recipients: (tx, { siteId, data }) => toBoth(tx, siteId, data[side]),
  text: async (app, site, { language, data }) =>
    composeMail(site, language, template, {
      customer: await nameOfOrganization(app.db, site, data[side], language),
      count: Array.isArray(data.licences) ? data.licences.length : 0,
    }),
});

export const holderMails = [plan('licences-handed-off', 'from'), plan('licences-handed-on', 'to')];
