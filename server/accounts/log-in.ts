import { passwordState } from '../../domain/accounts/password-expiry.ts';
import { preparePassword } from '../../domain/accounts/password.ts';
import { normaliseLoginId } from '../../domain/accounts/login-id.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import type { Cause } from '../kernel/events.ts';
import { writeEvents } from '../kernel/events.ts';
import { waitForGrid } from '../kernel/even-time.ts';
import { turns } from '../kernel/turns.ts';
import type { Problem } from '../kernel/http/problem.ts';
import type { Browser } from '../kernel/http/route.ts';
import { countForNobody } from './alike.ts';
import { enter } from './enter.ts';
import { countTry, takeBackTry, type Counted } from './login-counters.ts';
import { hashesAtOnceMax, verifyPassword } from './password-hash.ts';
import { accountProblem } from './problems.ts';
import { beginSecondStep } from './second-factor/second-step.ts';
import { hasSecondFactor } from './second-factor/factors.ts';
import type { Kind } from './sessions.ts';

/** Refusals leave on this grid, so that what was found in the database does not show in the time they took. */
const refusalGridMs = 100;
/** While some passwords are hashed, as many logins and one more may be at the database, so that the next hash is always ready. */
const atOnceMax = 2 * hashesAtOnceMax + 1;

export type LoggedIn = { token: string; userId: string };
/** The password was right; a second factor is still to come. `step` goes into a cookie of its own. */
export type HalfWay = { step: string };

type Account = {
  id: string;
  organizationId: string;
  kind: Kind;
  passwordHash: string;
  changedAt: Date;
  initial: boolean;
};
/** A storm of logins waits here, not for the database's connections, which all the others need as well. */
const inTurn = turns(atOnceMax);

type Reserved = { account: Account; counted: Counted };
/** Why a try is refused, for the log of events; the answer tells less. */
type Refused = { problem: Problem; subject: string; reason: 'unknown' | 'locked' | 'wrong' };
type Judged = { reserved: Reserved } | { refused: Refused };

/**
 * Checks ID and password (P-11). The try is counted before the password is read, so that guesses in parallel cannot
 * outrun the counter; a right password takes the count back. Whatever is refused costs one hash, leaves one event and
 * reads the same to a browser that never got in to the account; one that did is told how long to wait. Only who gave the
 * right password hears that it has expired, or that a second factor is still to come.
 */
export async function logIn(
  app: App,
  site: Site,
  cause: Omit<Cause, 'actor'>,
  browser: Pick<Browser, 'id' | 'agent'>,
  typed: { loginId: string; password: string },
  earlierToken: string | undefined,
): Promise<LoggedIn | HalfWay | Problem> {
  const startedAtMs = performance.now();
  const result = await inTurn(() => tryToLogIn(app, site, cause, browser, typed, earlierToken));
  if (!('refused' in result)) return result;
  await waitForGrid(startedAtMs, refusalGridMs);
  return result.refused;
}

async function tryToLogIn(
  app: App,
  site: Site,
  cause: Omit<Cause, 'actor'>,
  browser: Pick<Browser, 'id' | 'agent'>,
  typed: { loginId: string; password: string },
  earlierToken: string | undefined,
): Promise<LoggedIn | HalfWay | Problem | { refused: Problem }> {
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
    return { refused: problem };
  }
  const { account, counted } = judged.reserved;
  const { state } = passwordState(account, site.accounts, site.timeZone, cause.now);
  if (state === 'reset') return refuseExpired(app, site, cause, judged.reserved);
  return app.db.transaction().execute(async (tx) => {
    if (!(await hasSecondFactor(tx, site, account.id)))
      return enter(tx, site, cause, browser, account, counted.counter, earlierToken, 'password');
    await takeBackTry(tx, site, account.id, counted);
    await writeEvents(tx, { ...cause, actor: { kind: 'nobody' } }, [
      { what: 'login.second-step', subject: `user/${account.id}` },
    ]);
    return { step: await beginSecondStep(tx, site, account.id, browser.id, cause.now) };
  });
}

/** The password was right, but it is too old to open anything: a mailed reset is the way in. */
async function refuseExpired(
  app: App,
  site: Site,
  cause: Omit<Cause, 'actor'>,
  { account, counted }: Reserved,
): Promise<Problem> {
  await app.db.transaction().execute(async (tx) => {
    await takeBackTry(tx, site, account.id, counted);
    await writeEvents(tx, { ...cause, actor: { kind: 'nobody' } }, [
      { what: 'login.refused', subject: `user/${account.id}`, data: { reason: 'expired' } },
    ]);
  });
  return accountProblem('password-expired');
}

function wrongPassword({ account, counted }: Reserved): Refused {
  const problem = accountProblem(counted.known ? 'login-refused' : 'login-refused-or-locked');
  return { problem, subject: `user/${account.id}`, reason: 'wrong' };
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
  return { reserved: { account, counted } };
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
    .where('u.ended_at', 'is', null)
    .where('o.closed_at', 'is', null)
    .executeTakeFirst();
  return row && { ...row, kind: row.kind as Kind };
}
