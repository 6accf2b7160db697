import { passwordState } from '../../domain/accounts/password-expiry.ts';
import { preparePassword } from '../../domain/accounts/password.ts';
import { noFailures } from '../../domain/accounts/lockout.ts';
import { normaliseLoginId } from '../../domain/accounts/login-id.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import type { Cause } from '../kernel/events.ts';
import { writeEvents } from '../kernel/events.ts';
import { waitForGrid } from '../kernel/even-time.ts';
import type { Problem } from '../kernel/http/problem.ts';
import type { Browser } from '../kernel/http/route.ts';
import { countForNobody } from './alike.ts';
import { clearCounters, countTry, storeCounter } from './login-counters.ts';
import { verifyPassword } from './password-hash.ts';
import { accountProblem } from './problems.ts';
import { closeSession, openSession, type Kind } from './sessions.ts';

/** Refusals leave on this grid, so that what was found in the database does not show in the time they took. */
const refusalGridMs = 100;

export type LoggedIn = { token: string; userId: string };

type Account = {
  id: string;
  organizationId: string;
  kind: Kind;
  passwordHash: string;
  changedAt: Date;
  initial: boolean;
};
type Reserved = { account: Account; counter: string; known: boolean };
/** Why a try is refused, for the log of events; the answer tells less. */
type Refused = { problem: Problem; subject: string; reason: 'unknown' | 'locked' | 'wrong' };
type Judged = { reserved: Reserved } | { refused: Refused };

/**
 * Checks ID and password (P-11). The try is counted before the password is read, so that guesses in parallel cannot
 * outrun the counter; a right password takes the count back. Whatever is refused costs one hash, leaves one event and
 * reads the same to a browser that never got in to the account; one that did is told how long to wait. Only who gave the
 * right password hears that it has expired.
 */
export async function logIn(
  app: App,
  site: Site,
  cause: Omit<Cause, 'actor'>,
  browser: Pick<Browser, 'id' | 'agent'>,
  typed: { loginId: string; password: string },
  earlierToken: string | undefined,
): Promise<LoggedIn | Problem> {
  const startedAtMs = performance.now();
  const judged = await app.db
    .transaction()
    .execute((tx) => reserveTry(tx, site, browser.id, normaliseLoginId(typed.loginId), cause.now));
  const hash = 'reserved' in judged ? judged.reserved.account.passwordHash : null;
  const right = await verifyPassword(preparePassword(typed.password, site.accounts.password), hash);
  if ('refused' in judged || !right) {
    const { problem, subject, reason } = 'refused' in judged ? judged.refused : wrongPassword(judged.reserved);
    await app.db
      .transaction()
      .execute((tx) =>
        writeEvents(tx, { ...cause, actor: { kind: 'nobody' } }, [
          { what: 'login.refused', subject, data: { reason } },
        ]),
      );
    await waitForGrid(startedAtMs, refusalGridMs);
    return problem;
  }
  const { account, counter } = judged.reserved;
  const { state } = passwordState(account, site.accounts, site.timeZone, cause.now);
  if (state === 'reset') return refuseExpired(app, site, cause, account.id, counter);
  return enter(app, site, cause, browser, judged.reserved, earlierToken);
}

function wrongPassword({ account, known }: Reserved): Refused {
  const problem = accountProblem(known ? 'login-refused' : 'login-refused-or-locked');
  return { problem, subject: `user/${account.id}`, reason: 'wrong' };
}

/** The password was right, but it is too old to open anything: a mailed reset is the way in. */
async function refuseExpired(
  app: App,
  site: Site,
  cause: Omit<Cause, 'actor'>,
  userId: string,
  counter: string,
): Promise<Problem> {
  await app.db.transaction().execute(async (tx) => {
    await storeCounter(tx, site.id, userId, counter, noFailures);
    await writeEvents(tx, { ...cause, actor: { kind: 'nobody' } }, [
      { what: 'login.refused', subject: `user/${userId}`, data: { reason: 'expired' } },
    ]);
  });
  return accountProblem('password-expired');
}

/** Opens the session of somebody whose password was right. */
async function enter(
  app: App,
  site: Site,
  cause: Omit<Cause, 'actor'>,
  browser: Pick<Browser, 'id' | 'agent'>,
  { account, counter }: Reserved,
  earlierToken: string | undefined,
): Promise<LoggedIn> {
  const token = await app.db.transaction().execute(async (tx) => {
    await clearCounters(tx, site, account.id, counter, browser.id, cause.now);
    await tx
      .updateTable('users')
      .set({ last_login_at: cause.now })
      .where('site_id', '=', site.id)
      .where('id', '=', account.id)
      .execute();
    if (earlierToken) await closeSession(tx, site, earlierToken);
    const opened = await openSession(tx, site, account.id, browser, cause.now);
    const actor = { kind: 'user', id: account.id, organizationId: account.organizationId } as const;
    await writeEvents(tx, { ...cause, actor }, [{ what: 'login.done', subject: `user/${account.id}` }]);
    return opened;
  });
  return { token, userId: account.id };
}

/** Counts the try as failed for now, with the account's counter locked; or says why it is not looked at. */
async function reserveTry(tx: Tx, site: Site, browserId: string, loginId: string, now: Date): Promise<Judged> {
  const account = await findAccount(tx, site.id, loginId);
  if (!account) {
    await countForNobody(tx, site.id, loginId, now);
    return {
      refused: { problem: accountProblem('login-refused-or-locked'), subject: 'login/unknown', reason: 'unknown' },
    };
  }
  const counted = await countTry(tx, site, account.id, browserId, now);
  if ('refused' in counted)
    return { refused: { problem: counted.refused, subject: `user/${account.id}`, reason: 'locked' } };
  return { reserved: { account, ...counted } };
}

async function findAccount(tx: Tx, siteId: string, loginId: string): Promise<Account | undefined> {
  const row = await tx
    .selectFrom('users as u')
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'u.site_id').onRef('o.id', '=', 'u.organization_id'),
    )
    .select(['u.id', 'u.organization_id as organizationId', 'u.password_hash as passwordHash', 'o.kind'])
    .select(['u.password_changed_at as changedAt', 'u.password_initial as initial'])
    .where('u.site_id', '=', siteId)
    .where('u.login_id', '=', loginId)
    .executeTakeFirst();
  return row && { ...row, kind: row.kind as Kind };
}
