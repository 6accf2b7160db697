import type { Tx } from '../../kernel/database.ts';

/** Forgets whom the invitation of an erased person was sent to; gives the subjects of its events. */
export async function eraseInvitationsOf(tx: Tx, siteId: string, userId: string): Promise<string[]> {
  const rows = await tx
    .updateTable('invitations')
    .set({ name: '', mail: '', login_id: null })
    .where('site_id', '=', siteId)
    .where('user_id', '=', userId)
    .returning('id')
    .execute();
  return rows.map(({ id }) => `invitation/${id}`);
}
