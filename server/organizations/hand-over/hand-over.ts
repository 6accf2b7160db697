import { rotateSession } from '../../accounts/sessions.ts';
import type { Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { after, daysMs } from '../../kernel/clock.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { newId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import { lockOrganization } from '../lock.ts';
import { lockMember } from '../members/store.ts';
import { organizationProblem } from '../problems.ts';

const lifeMs = 7 * daysMs;

/** The offer of ownership that waits in the caller's organization. */
export async function runningHandOver(db: Database | Tx, scope: Scope) {
  const row = await db
    .selectFrom('hand_overs as h')
    .innerJoin('users as f', (join) => join.onRef('f.site_id', '=', 'h.site_id').onRef('f.id', '=', 'h.from_user_id'))
    .innerJoin('users as t', (join) => join.onRef('t.site_id', '=', 'h.site_id').onRef('t.id', '=', 'h.to_user_id'))
    .select(['h.id', 'h.from_user_id as fromId', 'h.to_user_id as toId', 'h.expires_at as expiresAt'])
    .select(['f.name as from', 't.name as to'])
    .where('h.site_id', '=', scope.siteId)
    .where('h.organization_id', '=', scope.organizationId)
    .where('h.ended_at', 'is', null)
    .where('h.expires_at', '>', scope.now)
    .executeTakeFirst();
  return row ?? null;
}

async function end(tx: Tx, scope: Scope): Promise<void> {
  await tx
    .updateTable('hand_overs')
    .set({ ended_at: scope.now })
    .where('site_id', '=', scope.siteId)
    .where('organization_id', '=', scope.organizationId)
    .where('ended_at', 'is', null)
    .execute();
}

/** An owner offers ownership to somebody of the organization, who has a week to accept it (P-15). */
export async function offer(tx: Tx, scope: Scope, toUserId: string): Promise<Outcome<never>> {
  const successor = await lockMember(tx, scope, toUserId);
  if (!successor) return { reply: platformProblem('not-found') };
  if (toUserId === scope.userId) return { reply: organizationProblem('own-membership') };
  if (await runningHandOver(tx, scope)) return { reply: organizationProblem('hand-over-running') };
  await end(tx, scope); // one whose week is over
  const id = newId();
  const expiresAt = after(scope.now, lifeMs);
  await tx
    .insertInto('hand_overs')
    .values({
      site_id: scope.siteId,
      id,
      organization_id: scope.organizationId,
      from_user_id: scope.userId,
      to_user_id: toUserId,
      created_at: scope.now,
      expires_at: expiresAt,
      ended_at: null,
    })
    .execute();
  const data = { handOver: id, organization: scope.organizationId, from: scope.userId, to: toUserId, expiresAt };
  return { reply: { status: 204 }, events: [{ what: 'ownership.offered', subject: subjectOf(scope), data }] };
}

const subjectOf = ({ organizationId }: Scope) => `organization/${organizationId}`;

/** The successor takes it: owner from now on, the one before a manager. Whoever held the session's old token gains nothing. */
export async function accept(
  tx: Tx,
  site: Site,
  scope: Scope,
  sessionId: string,
  nextToken: string,
): Promise<Outcome<never>> {
  const open = await lockOrganization(tx, scope.siteId, scope.organizationId);
  const found = open ? await runningHandOver(tx, scope) : null;
  if (!found || found.toId !== scope.userId) return { reply: organizationProblem('hand-over-over') };
  const from = await lockMember(tx, scope, found.fromId);
  await end(tx, scope);
  if (from?.role !== 'owner') return { reply: organizationProblem('hand-over-over') };
  for (const [id, role] of [
    [found.toId, 'owner'],
    [found.fromId, 'manager'],
  ] as const)
    await tx.updateTable('users').set({ role }).where('site_id', '=', scope.siteId).where('id', '=', id).execute();
  await rotateSession(tx, site, sessionId, nextToken);
  const data = { handOver: found.id, organization: scope.organizationId, from: found.fromId, to: found.toId };
  return { reply: { status: 204 }, events: [{ what: 'ownership.handed-over', subject: subjectOf(scope), data }] };
}

/** The successor declines, or who offered takes it back. */
export async function giveUp(tx: Tx, scope: Scope): Promise<Outcome<never>> {
  await lockOrganization(tx, scope.siteId, scope.organizationId);
  const found = await runningHandOver(tx, scope);
  if (!found || (found.toId !== scope.userId && found.fromId !== scope.userId))
    return { reply: organizationProblem('hand-over-over') };
  await end(tx, scope);
  const how = found.toId === scope.userId ? 'declined' : 'withdrawn';
  const data = { handOver: found.id, organization: scope.organizationId, from: found.fromId, to: found.toId, how };
  return { reply: { status: 204 }, events: [{ what: 'ownership.offer-ended', subject: subjectOf(scope), data }] };
}
