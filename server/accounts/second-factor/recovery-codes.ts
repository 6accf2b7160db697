import { randomBytes } from 'node:crypto';
import {
  makeRecoveryCodes,
  normaliseRecoveryCode,
  recoveryCodesBytes,
} from '../../../domain/accounts/recovery-codes.ts';
import type { App } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { keyedHash } from '../../kernel/seal.ts';

function hashOf(app: App, siteId: string, userId: string, typed: string): Buffer {
  return keyedHash(app.keys.proofs, 'recovery-code', siteId, userId, normaliseRecoveryCode(typed));
}

/** Makes ten new codes; those before end. They are shown with this answer and can never be shown again. */
export async function newRecoveryCodes(app: App, tx: Tx, siteId: string, userId: string, now: Date): Promise<string[]> {
  const codes = makeRecoveryCodes(randomBytes(recoveryCodesBytes));
  await dropRecoveryCodes(tx, siteId, userId);
  await tx
    .insertInto('recovery_codes')
    .values(
      codes.map((code) => ({
        site_id: siteId,
        user_id: userId,
        code_hash: hashOf(app, siteId, userId, code),
        made_at: now,
        used_at: null,
      })),
    )
    .execute();
  return codes;
}

export async function dropRecoveryCodes(tx: Tx, siteId: string, userId: string): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('site_id', '=', siteId).where('user_id', '=', userId).execute();
}

/** Uses a code up; of two with the same code one wins. */
export async function spendRecoveryCode(
  app: App,
  tx: Tx,
  siteId: string,
  userId: string,
  typed: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('site_id', '=', siteId)
    .where('user_id', '=', userId)
    .where('code_hash', '=', hashOf(app, siteId, userId, typed))
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
