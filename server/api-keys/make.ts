import type { EventKind } from '../../domain/events/kinds.ts';
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { scopesWithin } from '../../domain/api-keys/scopes.ts';
import { activeKeysMax, keyFaults, type KeyWish } from '../../domain/api-keys/wish.ts';
import { hashToken } from '../accounts/sessions.ts';
import type { Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import { apiKeyPrefix } from '../kernel/http/bearer.ts';
import { platformProblem } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { newId, outsideId } from '../kernel/ids.ts';
import type { Scope, Session } from '../kernel/session.ts';
import { apiKeyProblem } from './problems.ts';
import { findKey, matchingKeys } from './store.ts';

const secretBytes = 32;
const shownCharacters = apiKeyPrefix.length + 4;

type Around = { tx: Tx; site: Site; scope: Scope; session: Session };

/** Makes a key. Its token is in this answer and nowhere else: what is kept is a hash. */
export async function makeKey(
  { tx, site, scope, session }: Around,
  wish: KeyWish,
): Promise<Outcome<{ id: string; token: string }>> {
  const { siteId, organizationId, userId, now } = scope;
  const faults = keyFaults(wish, scopesWithin([...session.permissions], site), now);
  if (faults.length > 0) {
    const errors = faults.map(({ field, code }) => ({ pointer: `/${field}`, code: `api-keys/${code}` }));
    return { reply: platformProblem('invalid-fields', { errors }) };
  }
  await sql`select 1 from organizations where site_id = ${siteId} and id = ${organizationId} for no key update`.execute(
    tx,
  );
  const { count } = await matchingKeys(tx, scope, { text: '', state: 'active' })
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (count >= activeKeysMax) return { reply: apiKeyProblem('too-many', { params: { max: activeKeysMax } }) };
  const id = newId();
  const token = apiKeyPrefix + randomBytes(secretBytes).toString('base64url');
  const name = wish.name.trim();
  const scopes = [...new Set(wish.scopes)];
  await tx
    .insertInto('api_keys')
    .values({
      site_id: siteId,
      id,
      organization_id: organizationId,
      created_by: userId,
      created_at: now,
      name,
      token_hash: hashToken(token),
      begins: token.slice(0, shownCharacters),
      scopes,
      ends_at: wish.endsAt === null ? null : new Date(wish.endsAt),
    })
    .execute();
  return {
    reply: { status: 201, body: { id: outsideId('apiKey', id), token } },
    events: [eventAbout('api-keys.made', scope, id, { scopes, endsAt: wish.endsAt }, name)],
  };
}

/** Ends a key at once and for good. */
export async function revokeKey(tx: Tx, scope: Scope, id: string): Promise<Outcome<never>> {
  await sql`select 1 from api_keys where site_id = ${scope.siteId} and organization_id = ${scope.organizationId} and id = ${id}
    for no key update`.execute(tx);
  const key = await findKey(tx, scope, id);
  if (!key) return { reply: platformProblem('not-found') };
  if (key.state !== 'active') return { reply: apiKeyProblem('over') };
  await tx
    .updateTable('api_keys')
    .set({ revoked_at: scope.now, revoked_by: scope.userId })
    .where('site_id', '=', scope.siteId)
    .where('id', '=', id)
    .execute();
  return { reply: { status: 204 }, events: [eventAbout('api-keys.revoked', scope, id, {}, key.name)] };
}

function eventAbout(what: EventKind, scope: Scope, id: string, data: Record<string, unknown>, name: string) {
  return {
    what,
    subject: `api-key/${id}`,
    data: { organization: scope.organizationId, key: id, ...data },
    details: { name },
  };
}
