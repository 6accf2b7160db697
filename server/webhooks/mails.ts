import { mailsToOwners } from '../accounts/owners.ts';
import { outsideId } from '../kernel/ids.ts';
import { composeMail } from '../mail/compose.ts';
import type { MailPlan } from '../mail/plan.ts';

/** The owners hear that a webhook was switched off because its receiver is gone, or took nothing for long. */
const switchedOff: MailPlan = {
  template: 'webhook-switched-off',
  what: 'webhooks.switched-off',
  recipients: (tx, event) => mailsToOwners(tx, event.siteId, String(event.data.organization)),
  text: async (app, site, { language, data }) => {
    const webhook = await app.db
      .selectFrom('webhooks')
      .select(['id', 'name', 'url', 'organization_id as organization'])
      .where('site_id', '=', site.id)
      .where('id', '=', String(data.webhook))
      .where('off_at', 'is not', null)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    if (!webhook) return null;
    const { id, name, url, organization } = webhook;
    const page = `${site.address}/o/${outsideId('organization', organization)}/webhooks/${outsideId('webhook', id)}`;
    return composeMail(site, language, 'webhook-switched-off', { name, url, why: String(data.why), page });
  },
};

export const webhookMails = [switchedOff];
