import type { Tx } from '../kernel/database.ts';

const uniqueViolation = '23505';

/** Whether a write failed because somebody else took the login ID between the look and the write. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === uniqueViolation;
}

/**
 * Whether somebody has this login ID, in whatever case, or is signing up with it. `exceptUserId` may go back to an ID
 * that was once theirs.
 */
export async function isLoginIdTaken(tx: Tx, siteId: string, loginId: string, exceptUserId?: string): Promise<boolean> {
  const lower = loginId.toLowerCase();
  let users = tx
    .selectFrom('users')
    .select('id')
    .where('site_id', '=', siteId)
    .where((eb) => eb(eb.fn<string>('lower', ['login_id']), '=', lower));
  let pending = tx
    .selectFrom('sign_ups')
    .select('id')
    .where('site_id', '=', siteId)
    .where((eb) => eb(eb.fn<string>('lower', ['login_id']), '=', lower));
  if (exceptUserId !== undefined) {
    users = users.where('id', '<>', exceptUserId);
    pending = pending.where((eb) => eb.or([eb('user_id', 'is', null), eb('user_id', '<>', exceptUserId)]));
  }
  return (await users.executeTakeFirst()) !== undefined || (await pending.executeTakeFirst()) !== undefined;
}
