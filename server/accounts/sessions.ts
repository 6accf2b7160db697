import { createHash, randomBytes } from 'node:crypto';
import { permissionsOf } from '../../domain/accounts/permissions.ts';
import { permissionsAt } from '../../domain/accounts/permissions-at.ts';
import type { SessionPolicy } from '../../domain/accounts/policy.ts';
import type { Site } from '../kernel/app.ts';
import { after, hoursMs, minutesMs } from '../kernel/clock.ts';
import { builtOnce } from '../kernel/built-once.ts';
import type { Database, Tx } from '../kernel/database.ts';
import type { Browser } from '../kernel/http/route.ts';
import { newId } from '../kernel/ids.ts';
import { planKept } from '../kernel/kept-plans.ts';
import type { Session } from '../kernel/session.ts';
import { hasOthers } from '../organizations/others.ts';
import { agreedByUser, owedOf, secondFactorOfUser } from './owed/facts.ts';

const tokenBytes = 32;
/** A session's last use is written down at most this often. */
const seenEveryMs = minutesMs;

export type Kind = Session['organizationKind'];

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function newToken(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

/** Opens a session; the token goes into the cookie and is not kept. `previousLoginAt`: of the login before, which the home page tells. */
export async function openSession(
  tx: Tx,
  site: Site,
  userId: string,
  browser: Pick<Browser, 'id' | 'agent'>,
  now: Date,
  previousLoginAt: Date | null = null,
): Promise<string> {
  const token = newToken();
  await tx
    .insertInto('sessions')
    .values({
      site_id: site.id,
      token_hash: hashToken(token),
      user_id: userId,
      id: newId(),
      browser_id: browser.id,
      user_agent: browser.agent,
      created_at: now,
      last_seen_at: now,
      previous_login_at: previousLoginAt,
    })
    .execute();
  return token;
}

/** When the person had logged in before the session with this token. */
export async function previousLoginOf(tx: Tx, site: Site, token: string): Promise<Date | null> {
  const row = await tx
    .selectFrom('sessions')
    .select('previous_login_at')
    .where('site_id', '=', site.id)
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst();
  return row?.previous_login_at ?? null;
}

/** Ends the session with this token; false when it had ended already. */
export async function closeSession(tx: Tx, site: Site, token: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('sessions')
    .where('site_id', '=', site.id)
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst();
  return numDeletedRows > 0;
}

/** Gives a session another token: who got hold of the old one gains nothing from what the session may do from now on. */
export async function rotateSession(tx: Tx, site: Site, sessionId: string, next: string): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ token_hash: hashToken(next) })
    .where('site_id', '=', site.id)
    .where('id', '=', sessionId)
    .execute();
}

/** Ends every session of a user; with a password set anew nobody stays logged in. */
export async function closeAllSessions(tx: Tx, siteId: string, userId: string): Promise<void> {
  await tx.deleteFrom('sessions').where('site_id', '=', siteId).where('user_id', '=', userId).execute();
}

/** Ends a user's sessions but this one, which is the one that asks. */
export async function closeOtherSessions(tx: Tx, siteId: string, userId: string, sessionId: string): Promise<number> {
  const ended = await tx
    .deleteFrom('sessions')
    .where('site_id', '=', siteId)
    .where('user_id', '=', userId)
    .where('id', '<>', sessionId)
    .executeTakeFirst();
  return Number(ended.numDeletedRows);
}

/** Instants before which a session's last use or beginning is too long ago. */
export function sessionLimits(policy: SessionPolicy, now: Date): { idleSince: Date; openSince: Date } {
  return {
    idleSince: after(now, -policy.idleMinutes * minutesMs),
    openSince: after(now, -policy.totalHours * hoursMs),
  };
}

type Asked = { siteId: string; tokenHash: Buffer; idleSince: Date; openSince: Date; now: Date };

const findSession = builtOnce(
  ['siteId', 'tokenHash', 'idleSince', 'openSince', 'now'],
  (db, { siteId, tokenHash, idleSince, openSince, now }: Asked) =>
    db
      .selectFrom('sessions as s')
      .modifyFront(planKept)
      .innerJoin('users as u', (join) => join.onRef('u.site_id', '=', 's.site_id').onRef('u.id', '=', 's.user_id'))
      .innerJoin('organizations as o', (join) =>
        join.onRef('o.site_id', '=', 'u.site_id').onRef('o.id', '=', 'u.organization_id'),
      )
      .select([
        's.id as sessionId',
        's.last_seen_at',
        's.created_at as startedAt',
        'u.id',
        'u.role',
        'u.organization_id',
        'o.kind',
      ])
      .select(['u.password_changed_at as changedAt', 'u.password_initial as initial', agreedByUser().as('agreed')])
      .select([secondFactorOfUser().as('secondFactor'), 'o.data_owed as dataOwed', hasOthers('u', now).as('hasOthers')])
      .where('s.site_id', '=', siteId)
      .where('s.token_hash', '=', tokenHash)
      .where('s.last_seen_at', '>', idleSince)
      .where('s.created_at', '>', openSince)
      .where('o.closed_at', 'is', null)
      .where('u.ended_at', 'is', null),
);

/** Who holds this token at this site, if the session still runs. Found by site and token together. */
export async function authenticate(
  db: Database,
  site: Site,
  token: string,
  now: Date,
  by?: 'unattended',
): Promise<Session | null> {
  const limits = sessionLimits(site.accounts.session, now);
  const [row] = await findSession(db, { siteId: site.id, tokenHash: hashToken(token), ...limits, now });
  if (!row) return null;
  const kind = row.kind as Kind;
  const { steps, onlyReset } = owedOf(site, { ...row, kind }, now);
  // A password that ran out in the middle of a session opens no page that could change it.
  if (onlyReset) return null;
  if (!by && now.getTime() - row.last_seen_at.getTime() > seenEveryMs) await touch(db, site.id, token, now);
  const role = row.role as Session['role'];
  return {
    id: row.sessionId,
    userId: row.id,
    startedAt: row.startedAt,
    organizationId: row.organization_id,
    organizationKind: kind,
    role,
    permissions: new Set(permissionsAt(site, kind, permissionsOf(kind, role), row.hasOthers)),
    owed: steps,
  };
}

async function touch(db: Database, siteId: string, token: string, now: Date): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ last_seen_at: now })
    .where('site_id', '=', siteId)
    .where('token_hash', '=', hashToken(token))
    .execute();
}
