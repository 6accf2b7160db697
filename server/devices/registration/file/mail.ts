import { mailsToOperators } from '../../../accounts/operators.ts';
import { composeMail } from '../../../mail/compose.ts';
import type { MailPlan } from '../../../mail/plan.ts';

/** Somebody handed over a file full of devices that are not theirs to register: the operators who answer for the site hear of it. */
export const fileRefused: MailPlan = {
  template: 'device-file-refused',
  what: 'devices.file-refused',
  recipients: (tx, event) => mailsToOperators(tx, event.siteId),
  text: async (app, site, { data, language }) => {
    const organization = await app.db
      .selectFrom('organizations')
      .select('name')
      .where('site_id', '=', site.id)
      .where('id', '=', String(data.organization))
      .executeTakeFirst();
    const { rows, guesses } = data as { rows: number; guesses: number };
    return composeMail(site, language, 'device-file-refused', {
      organization: organization?.name ?? '',
      rows,
      guesses,
    });
  },
};
