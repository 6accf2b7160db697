import { preparePassword } from '../../domain/accounts/password.ts';
import { afterFailure, mayTry, noFailures, type LockoutState } from '../../domain/accounts/lockout.ts';
import { normaliseLoginId } from '../../domain/accounts/login-id.ts';
import type { App, Site } from '../kernel/app.ts';
import { after, daysMs } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import type { Cause } from '../kernel/events.ts';
import { writeEvents } from '../kernel/events.ts';
import { waitForGrid } from '../kernel/even-time.ts';
import type { Problem } from '../kernel/http/problem.ts';
import { verifyPassword } from './password-hash.ts';
import { accountProblem } from './problems.ts';
import { closeSession, openSession } from './sessions.ts';

const anyUnknownBrowser = '00000000-0000-0000-0000-000000000000';
const knownForMs = 180 * daysMs;
/** Refusals leave on this grid, so that what was found in the database does not show in the time they took. */
const refusalGridMs = 100;

export type LoggedIn = { token: string; userId: string };

type Account = { id: string; organizationId: string; passwordHash: string };
type Reserved = { account: Account; counter: string; known: boolean };
/** Why a try is refused, for the log of events; the answer tells less. */
type Refused = { problem: Problem; subject: string; reason: 'unknown' | 'locked' | 'wrong' };
type Judged = { reserved: Reserved } | { refused: Refused };

/**
 * Checks ID and password (P-11). The try is counted before the password is read, so that guesses in parallel cannot
 * outrun the counter; a right password takes the count back. Whatever is refused costs one hash, leaves one event and
 * reads the same to a browser that never got in to the account; one that did is told how long to wait.
 */
export async function logIn(
  app: App,
  site: Site,
  cause: Omit<Cause, 'actor'>,
  browserId: string,
  typed: { loginId: string; password: string },
  earlierToken: string | undefined,
): Promise<LoggedIn | Problem> {
  const startedAtMs = performance.now();
  const judged = await app.db
    .transaction()
    .execute((tx) => reserveTry(tx, site, browserId, normaliseLoginId(typed.loginId), cause.now));
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
  return enter(app, site, cause, browserId, judged.reserved, earlierToken);
}

function wrongPassword({ account, known }: Reserved): Refused {
  const problem = accountProblem(known ? 'login-refused' : 'login-refused-or-locked');
  return { problem, subject: `user/${account.id}`, reason: 'wrong' };
}

/** Opens the session of somebody whose password was right. */
async function enter(
  app: App,
  site: Site,
  cause: Omit<Cause, 'actor'>,
  browserId: string,
  { account, counter }: Reserved,
  earlierToken: string | undefined,
): Promise<LoggedIn> {
  const token = await app.db.transaction().execute(async (tx) => {
    await clearCounters(tx, site, account.id, counter, browserId, cause.now);
    await tx
      .updateTable('users')
      .set({ last_login_at: cause.now })
      .where('site_id', '=', site.id)
      .where('id', '=', account.id)
      .execute();
    if (earlierToken) await closeSession(tx, site, earlierToken);
    const opened = await openSession(tx, site, account.id, browserId, cause.now);
    const actor = { kind: 'user', id: account.id, organizationId: account.organizationId } as const;
    await writeEvents(tx, { ...cause, actor }, [{ what: 'login.done', subject: `user/${account.id}` }]);
    return opened;
  });
  return { token, userId: account.id };
}

/** Counts the try as failed for now, with the account's counter locked; or says why it is not looked at. */
async function reserveTry(tx: Tx, site: Site, browserId: string, loginId: string, now: Date): Promise<Judged> {
  const account = await tx
    .selectFrom('users')
    .select(['id', 'organization_id as organizationId', 'password_hash as passwordHash'])
    .where('site_id', '=', site.id)
    .where('login_id', '=', loginId)
    .executeTakeFirst();
  if (!account) {
    return {
      refused: { problem: accountProblem('login-refused-or-locked'), subject: 'login/unknown', reason: 'unknown' },
    };
  }
  const known = await isKnown(tx, site.id, account.id, browserId, now);
  const counter = known ? browserId : anyUnknownBrowser;
  const state = await lockCounter(tx, site.id, account.id, counter);
  const verdict = mayTry(state, known ? 'known' : 'unknown', now);
  if (!verdict.ok) {
    const seconds = Number(verdict.params?.seconds ?? 0);
    const problem = known
      ? accountProblem('login-locked', { params: { seconds }, retryAfterSeconds: seconds })
      : accountProblem('login-refused-or-locked');
    return { refused: { problem, subject: `user/${account.id}`, reason: 'locked' } };
  }
  await storeCounter(tx, site.id, account.id, counter, afterFailure(verdict.value, site.accounts.lockout, now));
  return { reserved: { account, counter, known } };
}

/** A password set anew opens the account again, also to browsers that were shut out. */
export async function forgetFailures(tx: Tx, siteId: string, userId: string): Promise<void> {
  const { failures, lastTryAt, lockedUntil } = noFailures;
  await tx
    .updateTable('login_counters')
    .set({ failures, last_try_at: lastTryAt, locked_until: lockedUntil })
    .where('site_id', '=', siteId)
    .where('user_id', '=', userId)
    .execute();
}

async function isKnown(tx: Tx, siteId: string, userId: string, browserId: string, now: Date): Promise<boolean> {
  const row = await tx
    .selectFrom('login_counters')
    .select('known_until')
    .where('site_id', '=', siteId)
    .where('user_id', '=', userId)
    .where('browser_id', '=', browserId)
    .where('known_until', '>', now)
    .executeTakeFirst();
  return row !== undefined;
}

async function lockCounter(tx: Tx, siteId: string, userId: string, browserId: string): Promise<LockoutState> {
  await tx
    .insertInto('login_counters')
    .values({
      site_id: siteId,
      user_id: userId,
      browser_id: browserId,
      failures: 0,
      last_try_at: null,
      locked_until: null,
      known_until: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await tx
    .selectFrom('login_counters')
    .select(['failures', 'last_try_at as lastTryAt', 'locked_until as lockedUntil'])
    .where('site_id', '=', siteId)
    .where('user_id', '=', userId)
    .where('browser_id', '=', browserId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row;
}

async function storeCounter(
  tx: Tx,
  siteId: string,
  userId: string,
  browserId: string,
  state: LockoutState,
): Promise<void> {
  await tx
    .updateTable('login_counters')
    .set({ failures: state.failures, last_try_at: state.lastTryAt, locked_until: state.lockedUntil })
    .where('site_id', '=', siteId)
    .where('user_id', '=', userId)
    .where('browser_id', '=', browserId)
    .execute();
}

/** After a success the counter that was used begins anew, and this browser is known from now on. */
async function clearCounters(
  tx: Tx,
  site: Site,
  userId: string,
  counter: string,
  browserId: string,
  now: Date,
): Promise<void> {
  await storeCounter(tx, site.id, userId, counter, noFailures);
  const known_until = after(now, knownForMs);
  await tx
    .insertInto('login_counters')
    .values({
      site_id: site.id,
      user_id: userId,
      browser_id: browserId,
      failures: 0,
      last_try_at: null,
      locked_until: null,
      known_until,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['site_id', 'user_id', 'browser_id'])
        .doUpdateSet({ known_until, failures: 0, last_try_at: null, locked_until: null }),
    )
    .execute();
}
