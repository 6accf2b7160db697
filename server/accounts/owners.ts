import type { Language } from '../../domain/site/languages.ts';
import type { Tx } from '../kernel/database.ts';
import type { PlannedMail } from '../mail/plan.ts';

/**
 * Those who hear what happens to an organization's things: its owners, and `userId` (who did it) as long as they belong to it. Each
 * address gets one mail.
 */
export async function mailsToOwners(
  tx: Tx,
  siteId: string,
  organizationId: string,
  userId: string | null = null,
): Promise<PlannedMail[]> {
  const people = await tx
    .selectFrom('users')
    .select(['mail', 'language'])
    .where('site_id', '=', siteId)
    .where('organization_id', '=', organizationId)
    .where('mail', '<>', '')
    .where('ended_at', 'is', null)
    .where('erased_at', 'is', null)
    .where((eb) => eb.or([eb('role', '=', 'owner'), ...(userId ? [eb('id', '=', userId)] : [])]))
    .execute();
  const byAddress = new Map(people.map(({ mail, language }) => [mail, language as Language]));
  return [...byAddress].map(([recipient, language]) => ({ recipient, language }));
}
