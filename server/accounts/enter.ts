import type { Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import { writeEvents, type Cause } from '../kernel/events.ts';
import type { Browser } from '../kernel/http/route.ts';
import { clearCounters } from './login-counters.ts';
import { closeSession, openSession } from './sessions.ts';

/** What somebody logged in with. */
export type EnteredWith = 'password' | 'passkey' | `password+${'passkey' | 'totp' | 'recovery-code'}`;

/** Opens the session of somebody who has proved who they are; the browser's earlier one ends, so that none can be planted. */
export async function enter(
  tx: Tx,
  site: Site,
  cause: Omit<Cause, 'actor'>,
  browser: Pick<Browser, 'id' | 'agent'>,
  account: { id: string; organizationId: string },
  counter: string,
  earlierToken: string | undefined,
  enteredWith: EnteredWith,
): Promise<{ token: string; userId: string }> {
  await clearCounters(tx, site, account.id, counter, browser.id, cause.now);
  const before = await tx
    .selectFrom('users')
    .select('last_login_at')
    .where('site_id', '=', site.id)
    .where('id', '=', account.id)
    .executeTakeFirst();
  await tx
    .updateTable('users')
    .set({ last_login_at: cause.now })
    .where('site_id', '=', site.id)
    .where('id', '=', account.id)
    .execute();
  if (earlierToken) await closeSession(tx, site, earlierToken);
  const token = await openSession(tx, site, account.id, browser, cause.now, before?.last_login_at ?? null);
  const actor = { kind: 'user', id: account.id, organizationId: account.organizationId } as const;
  await writeEvents(tx, { ...cause, actor }, [
    { what: 'login.done', subject: `user/${account.id}`, data: { with: enteredWith } },
  ]);
  return { token, userId: account.id };
}
