import type { DocumentVersion } from '../../../domain/accounts/owed.ts';
import type { Tx } from '../../kernel/database.ts';

/** Keeps who agreed to what and when; what was agreed to before keeps its first date. */
export async function storeConsents(
  tx: Tx,
  siteId: string,
  userId: string,
  agreed: readonly DocumentVersion[],
  at: Date,
): Promise<void> {
  if (agreed.length === 0) return;
  const rows = agreed.map(({ document, version }) => ({ document, version, agreed_at: at }));
  await tx
    .insertInto('consents')
    .values(rows.map((row) => ({ site_id: siteId, user_id: userId, ...row })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
