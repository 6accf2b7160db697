import { readUserAgent, type BrowserName, type SystemName } from '../../../domain/accounts/user-agent.ts';
import type { Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { outsideId } from '../../kernel/ids.ts';
import type { Session } from '../../kernel/session.ts';
import { closeOtherSessions, sessionLimits } from '../sessions.ts';

const sessionsMax = 100;

export type OwnSession = {
  id: string;
  browser: BrowserName;
  system: SystemName;
  createdAt: string;
  lastUsedAt: string;
  current: boolean;
};

/** The sessions of a user that still run, the one that asks first, then the newest use (P-16). */
export async function listSessions(
  db: Database,
  site: Site,
  session: Pick<Session, 'id' | 'userId'>,
  now: Date,
): Promise<OwnSession[]> {
  const { idleSince, openSince } = sessionLimits(site.accounts.session, now);
  const rows = await db
    .selectFrom('sessions')
    .select(['id', 'user_agent', 'created_at', 'last_seen_at'])
    .where('site_id', '=', site.id)
    .where('user_id', '=', session.userId)
    .where('last_seen_at', '>', idleSince)
    .where('created_at', '>', openSince)
    .orderBy('last_seen_at', 'desc')
    .limit(sessionsMax)
    .execute();
  const items = rows.map((row) => ({
    id: outsideId('session', row.id),
    ...readUserAgent(row.user_agent),
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_seen_at.toISOString(),
    current: row.id === session.id,
  }));
  return items.toSorted((a, b) => Number(b.current) - Number(a.current));
}

/** Ends one session of the user's own; another's reads like one that is not there. */
export async function endSession(tx: Tx, site: Site, userId: string, sessionId: string): Promise<Outcome<never>> {
  const { numDeletedRows } = await tx
    .deleteFrom('sessions')
    .where('site_id', '=', site.id)
    .where('user_id', '=', userId)
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) return { reply: platformProblem('not-found') };
  return {
    reply: { status: 204 },
    events: [{ what: 'session.ended', subject: `user/${userId}`, data: { session: sessionId } }],
  };
}

/** Ends all others; when there was none nothing has happened. */
export async function endOtherSessions(
  tx: Tx,
  site: Site,
  { id, userId }: Pick<Session, 'id' | 'userId'>,
): Promise<Outcome<{ ended: number }>> {
  const ended = await closeOtherSessions(tx, site.id, userId, id);
  const events = [{ what: 'session.others-ended' as const, subject: `user/${userId}`, data: { ended } }];
  return { reply: { status: 200, body: { ended } }, events: ended > 0 ? events : [] };
}
