import { noPassword } from '../create-user.ts';
import { reachable } from '../../kernel/access.ts';
import type { App, Site } from '../../kernel/app.ts';
import { after, hoursMs } from '../../kernel/clock.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import type { NewEvent } from '../../kernel/events.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import type { Scope } from '../../kernel/session.ts';
import { accountProblem } from '../problems.ts';
import { createProof } from '../proofs.ts';
import { closeAllSessions } from '../sessions.ts';
import { findFactors, hasFactor, lockUser, removeAllFactors, type Factors } from './factors.ts';

const linkLifeMs = 24 * hoursMs;

/** What a user of an organization in reach has; null when there is no such user in it. */
export async function factorsInReach(db: Database | Tx, scope: Scope, userId: string): Promise<Factors | null> {
  const reached = await db
    .selectFrom('users')
    .select('id')
    .where('site_id', '=', scope.siteId)
    .where('id', '=', userId)
    .where('erased_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('organization_id', 'in', reachable(scope, 'read'))
    .executeTakeFirst();
  return reached ? findFactors(db, scope.siteId, userId) : null;
}

/** An operator takes the second factor off for somebody who lost all of theirs. Nobody does that for themselves. */
export async function takeOffFor(
  app: App,
  tx: Tx,
  site: Site,
  scope: Scope,
  userId: string,
  reason: string,
): Promise<Outcome<never>> {
  const factors = await factorsInReach(tx, scope, userId);
  if (!factors) return { reply: platformProblem('not-found') };
  if (userId === scope.userId) return { reply: accountProblem('second-factor-own') };
  const event = await takeOff(app, tx, site, userId, reason, scope.now);
  return event ? { reply: { status: 204 }, events: [event] } : { reply: accountProblem('second-factor-missing') };
}

/**
 * Takes all factors away and ends all sessions. Where a password may be shorter with a second factor it may be too short
 * now, and nobody can tell from its hash: it opens nothing any more, and a link to set a new one is mailed.
 */
export async function takeOff(
  app: App,
  tx: Tx,
  site: Site,
  userId: string,
  reason: string,
  now: Date,
): Promise<NewEvent | null> {
  await lockUser(tx, site.id, userId);
  if (!hasFactor(await findFactors(tx, site.id, userId))) return null;
  await removeAllFactors(tx, site.id, userId);
  await closeAllSessions(tx, site.id, userId);
  const { min, minWithSecondFactor } = site.accounts.password;
  const data = { user: userId, byOperator: true };
  const event = { what: 'second-factor.off' as const, subject: `user/${userId}`, details: { reason } };
  if (minWithSecondFactor >= min) return { ...event, data };
  await tx
    .updateTable('users')
    .set({ password_hash: noPassword })
    .where('site_id', '=', site.id)
    .where('id', '=', userId)
    .execute();
  const expiresAt = after(now, linkLifeMs);
  const proof = await createProof(app, tx, site, now, { purpose: 'set-password', userId, expiresAt });
  return { ...event, data: { ...data, proof } };
}
