import { reachable } from '../kernel/access.ts';
import type { App, Site } from '../kernel/app.ts';
import { hashToken } from '../accounts/sessions.ts';
import { after, minutesMs } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import { platformProblem } from '../kernel/http/problem.ts';
import { takeReason } from '../kernel/http/reason.ts';
import type { NewEvent } from '../kernel/events.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { newId, outsideId } from '../kernel/ids.ts';
import { keyedHash } from '../kernel/seal.ts';
import type { Scope } from '../kernel/session.ts';
import { actingProblem } from './problems.ts';

/** The token of the second session: derived like that of a mailed link, so that a resent request sets the same cookie again. */
export function actingToken(app: App, siteId: string, id: string): string {
  return keyedHash(app.keys.proofs, 'acting', siteId, id).toString('base64url');
}

/**
 * Begins to act for another organization (P-17): for a limited time, with a reason, bound to the session that asks. Its owners
 * are mailed.
 */
export async function startActing(
  app: App,
  tx: Tx,
  site: Site,
  scope: Scope,
  sessionId: string,
  wished: { ofId: string; reason: string },
): Promise<Outcome<{ id: string; endsAt: string }>> {
  const { siteId, organizationId: byId, userId, now } = scope;
  const listed = await tx
    .selectFrom('organizations as o')
    .select(['o.id', (eb) => eb('o.id', 'in', reachable(scope, 'act-as')).as('granted')])
    .where('o.site_id', '=', siteId)
    .where('o.id', '=', wished.ofId)
    .where('o.kind', '<>', 'maker')
    .where('o.id', '<>', byId)
    .where('o.closed_at', 'is', null)
    .where((eb) => eb.or([eb('o.id', 'in', reachable(scope, 'list')), eb('o.id', 'in', reachable(scope, 'act-as'))]))
    .executeTakeFirst();
  if (!listed) return { reply: platformProblem('not-found') };
  if (!listed.granted) return { reply: actingProblem('not-granted') };
  const read = takeReason(wished.reason);
  if ('refused' in read) return { reply: read.refused };
  const id = newId();
  const endsAt = after(now, site.organizations.actingMinutes * minutesMs);
  const ended = await endActingOf(tx, siteId, sessionId, now);
  await tx
    .insertInto('acting_sessions')
    .values({
      site_id: siteId,
      id,
      session_id: sessionId,
      token_hash: hashToken(actingToken(app, siteId, id)),
      user_id: userId,
      by_organization_id: byId,
      organization_id: wished.ofId,
      reason: read.reason,
      started_at: now,
      ends_at: endsAt,
      ended_at: null,
    })
    .execute();
  const data = { acting: id, organization: wished.ofId, user: userId, by: byId, endsAt: endsAt.toISOString() };
  const subject = `organization/${wished.ofId}`;
  return {
    reply: { status: 201, body: { id: outsideId('acting', id), endsAt: endsAt.toISOString() } },
    events: [...ended, { what: 'acting.started', subject, data, details: { reason: read.reason } }],
  };
}

/**
 * Ends what a session acts, before its time; with nothing to end, nothing happens. Beginnings and ends of one session come one
 * after the other: its row is held.
 */
export async function endActingOf(tx: Tx, siteId: string, sessionId: string, now: Date): Promise<NewEvent[]> {
  await tx
    .selectFrom('sessions')
    .select('id')
    .where('site_id', '=', siteId)
    .where('id', '=', sessionId)
    .forUpdate()
    .execute();
  const ended = await tx
    .updateTable('acting_sessions')
    .set((eb) => ({ ended_at: eb.fn('least', ['ends_at', eb.val(now)]) }))
    .where('site_id', '=', siteId)
    .where('session_id', '=', sessionId)
    .where('ended_at', 'is', null)
    .returning(['id', 'organization_id', 'ends_at'])
    .execute();
  return ended
    .filter((one) => one.ends_at > now)
    .map((one) => ({
      what: 'acting.ended',
      subject: `organization/${one.organization_id}`,
      data: { acting: one.id, organization: one.organization_id },
    }));
}
