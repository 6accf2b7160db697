import type { Tx } from '../../kernel/database.ts';
import { eraseDetails } from '../../kernel/events.ts';
import { eraseMails } from '../../mail/erase.ts';

/** Removes a sign-up with its links, its mails' addresses and what its events say of the person. */
export async function removeSignUp(tx: Tx, siteId: string, signUpId: string): Promise<void> {
  const events = await eraseDetails(tx, siteId, { subjects: [`sign-up/${signUpId}`] });
  await eraseMails(tx, siteId, events);
  await tx.deleteFrom('proofs').where('site_id', '=', siteId).where('sign_up_id', '=', signUpId).execute();
  await tx.deleteFrom('sign_ups').where('site_id', '=', siteId).where('id', '=', signUpId).execute();
}

/** The sign-ups that an account came of. */
export async function removeSignUpsOf(tx: Tx, siteId: string, userId: string): Promise<void> {
  const rows = await tx
    .selectFrom('sign_ups')
    .select('id')
    .where('site_id', '=', siteId)
    .where('user_id', '=', userId)
    .execute();
  for (const { id } of rows) await removeSignUp(tx, siteId, id);
}
