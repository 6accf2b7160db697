import { endMailChanges } from '../../accounts/account-data/mail-change.ts';
import { noPassword } from '../../accounts/create-user.ts';
import { endProofs } from '../../accounts/proofs.ts';
import { removeAllFactors } from '../../accounts/second-factor/factors.ts';
import { closeAllSessions } from '../../accounts/sessions.ts';
import type { Tx } from '../../kernel/database.ts';

/**
 * Ends somebody's account: sessions, links, second factors. The login ID is free again; name and address stay for what they
 * did, until they are erased. Nothing opens the account any more.
 */
export async function endUser(tx: Tx, siteId: string, userId: string, now: Date): Promise<void> {
  await closeAllSessions(tx, siteId, userId);
  await endProofs(tx, siteId, userId, now);
  await endMailChanges(tx, siteId, userId, now);
  await removeAllFactors(tx, siteId, userId);
  await tx
    .updateTable('hand_overs')
    .set({ ended_at: now })
    .where('site_id', '=', siteId)
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('from_user_id', '=', userId), eb('to_user_id', '=', userId)]))
    .execute();
  await tx
    .updateTable('users')
    .set({
      login_id: `ended-${userId}`,
      password_hash: noPassword,
      news: false,
      news_at: null,
      news_way: null,
      ended_at: now,
    })
    .where('site_id', '=', siteId)
    .where('id', '=', userId)
    .execute();
}
