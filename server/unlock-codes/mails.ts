import { mailsToOperators } from '../accounts/operators.ts';
import { composeMail } from '../mail/compose.ts';
import type { MailPlan } from '../mail/plan.ts';

/** Somebody opens one code after the other: the operators who answer for the site hear of it. */
const codesHarvested: MailPlan = {
  template: 'unlock-codes-harvested',
  what: 'unlock-codes.harvested',
  recipients: (tx, event) => mailsToOperators(tx, event.siteId),
  text: async (app, site, { data, language }) => {
    const who = await app.db
      .selectFrom('users as u')
      .innerJoin('organizations as o', (join) => join.onRef('o.site_id', '=', 'u.site_id'))
      .select(['u.name', 'o.name as organization'])
      .where('u.site_id', '=', site.id)
      .where('u.id', '=', String(data.user))
      .where('o.id', '=', String(data.organization))
      .executeTakeFirst();
    const reads = Number(data.reads);
    return composeMail(site, language, 'unlock-codes-harvested', {
      organization: who?.organization ?? '',
      user: who?.name ?? '',
      reads,
    });
  },
};

export const unlockCodeMails = [codesHarvested];
