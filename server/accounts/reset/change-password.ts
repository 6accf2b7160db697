import { preparePassword } from '../../../domain/accounts/password.ts';
import type { Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import type { NewEvent } from '../../kernel/events.ts';
import type { Browser } from '../../kernel/http/route.ts';
import type { Session } from '../../kernel/session.ts';
import { storePassword } from '../new-password.ts';
import { previousLoginOf, closeSession, openSession } from '../sessions.ts';

/** Whether two passwords are one to the site, whichever keyboard they came from. */
export function isSamePassword(site: Site, one: string, other: string): boolean {
  return preparePassword(one, site.accounts.password) === preparePassword(other, site.accounts.password);
}

/**
 * Replaces the password of who is logged in (P-12): every session ends, also the one in use, which goes on under a new
 * token. The caller has checked the present password and hashed the new one. Null when another change came first, which
 * ended this session too.
 */
export async function changePassword(
  tx: Tx,
  site: Site,
  session: Session,
  token: string,
  browser: Browser,
  passwordHash: string,
  now: Date,
): Promise<{ token: string; event: NewEvent } | null> {
  await tx
    .selectFrom('users')
    .select('id')
    .where('site_id', '=', site.id)
    .where('id', '=', session.userId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const before = await previousLoginOf(tx, site, token);
  if (!(await closeSession(tx, site, token))) return null;
  const event = await storePassword(tx, site.id, session.userId, passwordHash, 'change', now);
  return { event, token: await openSession(tx, site, session.userId, browser, now, before) };
}
