import type { Permission } from '../../domain/accounts/permissions.ts';
import type { App, SessionTokens, Site } from '../kernel/app.ts';
import { reachable, reachableSpans } from '../kernel/access.ts';
import { sql } from 'kysely';
import type { Scope } from '../kernel/session.ts';

/**
 * Whether what an export began with still holds: the session, its permission, and the right to read each organization and
 * device that could be read at the start (security.md: ends on every channel within a second).
 */
export async function rightOf(
  app: App,
  site: Site,
  scope: Scope,
  tokens: SessionTokens,
  permission: Permission,
): Promise<{ stillHolds: () => Promise<boolean> }> {
  const atStart = await readableBy(app, scope);
  return {
    stillHolds: async () => {
      const now = app.clock.now();
      const session = await app.authenticate(site, tokens, now);
      if (session?.userId !== scope.userId || session.organizationId !== scope.organizationId) return false;
      if (!session.permissions.has(permission)) return false;
      const readable = await readableBy(app, { ...scope, now });
      return [...atStart].every((one) => readable.has(one));
    },
  };
}

async function readableBy(app: App, scope: Scope): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select r.id from ${reachable(scope, 'read')} as r(id)
    union all select s.id from ${reachableSpans(scope, 'read')} as s(id)`.execute(app.db);
  return new Set(rows.map(({ id }) => id));
}
