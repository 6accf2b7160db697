import { sql } from 'kysely';
import { permissionsWithin } from '../../domain/api-keys/scopes.ts';
import { permissionsOf } from '../../domain/accounts/permissions.ts';
import { permissionsAt } from '../../domain/accounts/permissions-at.ts';
import { hashToken } from '../accounts/sessions.ts';
import type { KeyUse, Site } from '../kernel/app.ts';
import type { Database } from '../kernel/database.ts';
import { planKept } from '../kernel/kept-plans.ts';
import type { Session } from '../kernel/session.ts';
import { hasOthers } from '../organizations/others.ts';
import { stateOfKey } from './state.ts';

/**
 * The session of a program with this key at this site, read anew with each request: at most what its maker may do today. It owes nothing,
 * as nobody is there who could agree to anything.
 */
export async function authenticateKey(db: Database, site: Site, token: string, now: Date): Promise<Session | null> {
  if (!('api-keys' in site.capabilities)) return null;
  const row = await db
    .selectFrom('api_keys as k')
    .modifyFront(planKept)
    .innerJoin('users as u', (join) => join.onRef('u.site_id', '=', 'k.site_id').onRef('u.id', '=', 'k.created_by'))
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'k.site_id').onRef('o.id', '=', 'k.organization_id'),
    )
    .select(['k.id', 'k.organization_id', 'k.created_by', 'k.created_at', 'k.scopes', 'u.role', 'o.kind'])
    .select(hasOthers('u', now).as('hasOthers'))
    .where('k.site_id', '=', site.id)
    .where('k.token_hash', '=', hashToken(token))
    .where(sql<boolean>`${stateOfKey(now)} = 'active'`)
    .where('o.closed_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const kind = row.kind as Session['organizationKind'];
  const role = row.role as Session['role'];
  const held = permissionsAt(site, kind, permissionsOf(kind, role), row.hasOthers);
  return {
    id: row.id,
    userId: row.created_by,
    startedAt: row.created_at,
    organizationId: row.organization_id,
    organizationKind: kind,
    role,
    permissions: new Set(permissionsWithin(held, row.scopes)),
    owed: [],
    key: { id: row.id },
  };
}

/** Adds a call to what was done with a key that day. */
export async function noteKeyUse(
  db: Database,
  site: Site,
  keyId: string,
  { operationId, address, now }: KeyUse,
): Promise<void> {
  await sql`
    insert into api_key_uses as s (site_id, key_id, day, operation, calls, last_at, last_address)
    values (${site.id}, ${keyId}, (${now}::timestamptz at time zone 'UTC')::date, ${operationId}, 1, ${now}, ${address.replace(/^::ffff:/, '')})
    on conflict (site_id, key_id, day, operation)
    do update set calls = s.calls + 1, last_at = excluded.last_at, last_address = excluded.last_address`.execute(db);
}
