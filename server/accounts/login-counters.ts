import { sql, type RawBuilder } from 'kysely';
import {
  afterFailure,
  mayTry,
  noFailures,
  shutAfterFailures,
  withoutOneFailure,
  type LockoutState,
} from '../../domain/accounts/lockout.ts';
import type { Site } from '../kernel/app.ts';
import { after, daysMs } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import type { Problem } from '../kernel/http/problem.ts';
import { accountProblem } from './problems.ts';

const anyUnknownBrowser = '00000000-0000-0000-0000-000000000000';
const knownForMs = 180 * daysMs;
const tellMinutesFromSeconds = 120;

/** A counter, and whether it is that of a browser which got in before. */
export type Counter = { counter: string; known: boolean };
/** The counter a try was counted on, and the failures in a row with it. */
export type Counted = Counter & { failures: number };

/**
 * Counts a try at an account's password as failed for now, with the counter locked; or says why it is not looked at.
 * Every way in which a password can be guessed counts here, so that none gives more tries than another.
 */
export async function countTry(
  tx: Tx,
  site: Site,
  userId: string,
  browserId: string,
  now: Date,
): Promise<Counted | { refused: Problem }> {
  const { counter, known } = await counterOf(tx, site.id, userId, browserId, now);
  const state = await lockCounter(tx, site.id, userId, counter);
  const verdict = mayTry(state, known ? 'known' : 'unknown', now);
  if (!verdict.ok) {
    const seconds = Number(verdict.params?.seconds ?? 0);
    const refused = known
      ? accountProblem('login-locked', { params: { seconds, minutes: minutesOf(seconds) }, retryAfterSeconds: seconds })
      : accountProblem('login-refused-or-locked');
    return { refused };
  }
  const next = afterFailure(verdict.value, site.accounts.lockout, now);
  await storeCounter(tx, site.id, userId, counter, next);
  return { counter, known, failures: next.failures };
}

/** A wait as people read it: 0 where the seconds say it, from two minutes on full minutes, never too few. */
function minutesOf(seconds: number): number {
  return seconds < tellMinutesFromSeconds ? 0 : Math.ceil(seconds / 60);
}

/** The counter that a browser's tries at an account are counted on. */
export async function counterOf(
  tx: Tx,
  siteId: string,
  userId: string,
  browserId: string,
  now: Date,
): Promise<Counter> {
  const known = await isKnown(tx, siteId, userId, browserId, now);
  return { counter: known ? browserId : anyUnknownBrowser, known };
}

/** The try that was counted was right, but it opened nothing yet: it counts no more, and those before it still do. */
export async function takeBackTry(tx: Tx, site: Site, userId: string, counted: Counted): Promise<void> {
  const state = await lockCounter(tx, site.id, userId, counted.counter);
  const next = withoutOneFailure(state, counted.failures, site.accounts.lockout);
  await storeCounter(tx, site.id, userId, counted.counter, next);
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

/** The counter's state, locked until the transaction ends; made where it is not there yet. */
async function lockCounter(tx: Tx, siteId: string, userId: string, browserId: string): Promise<LockoutState> {
  return (
    tx
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
      // A change that changes nothing locks the row and gives it.
      .onConflict((conflict) =>
        conflict
          .columns(['site_id', 'user_id', 'browser_id'])
          .doUpdateSet((of) => ({ failures: of.ref('login_counters.failures') })),
      )
      .returning(['failures', 'last_try_at as lastTryAt', 'locked_until as lockedUntil'])
      .executeTakeFirstOrThrow()
  );
}

export async function storeCounter(
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
export async function clearCounters(
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

/** Whether some browser is kept from trying now, over users as `u`; as `mayTry` says of each counter. */
export function isLocked(now: Date): RawBuilder<boolean> {
  return sql<boolean>`exists (select from login_counters c where c.site_id = u.site_id and c.user_id = u.id
    and (c.locked_until > ${now} or c.failures >= ${shutAfterFailures} and c.browser_id = ${anyUnknownBrowser}::uuid))`;
}
