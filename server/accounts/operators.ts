import type { Language } from '../../domain/site/languages.ts';
import type { Tx } from '../kernel/database.ts';
import type { PlannedMail } from '../mail/plan.ts';

/** The operators who answer for a site: owners and managers of its maker. Each address gets one mail. */
export async function mailsToOperators(tx: Tx, siteId: string): Promise<PlannedMail[]> {
  const operators = await tx
    .selectFrom('users as u')
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'u.site_id').onRef('o.id', '=', 'u.organization_id'),
    )
    .select(['u.mail', 'u.language'])
    .where('u.site_id', '=', siteId)
    .where('u.mail', '<>', '')
    .where('o.kind', '=', 'maker')
    .where('u.role', 'in', ['owner', 'manager'])
    .where('u.ended_at', 'is', null)
    .execute();
  const byAddress = new Map(operators.map(({ mail, language }) => [mail, language as Language]));
  return [...byAddress].map(([recipient, language]) => ({ recipient, language }));
}
