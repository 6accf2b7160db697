import { sql } from 'kysely';
import { permissionsActingFor } from '../../domain/accounts/permissions.ts';
import { permissionsAt } from '../../domain/accounts/permissions-at.ts';
import { hashToken } from '../accounts/sessions.ts';
import type { Site } from '../kernel/app.ts';
import type { Database } from '../kernel/database.ts';
import type { Session } from '../kernel/session.ts';
import { hasOthers } from '../organizations/others.ts';

/**
 * The session of somebody who acts for another organization (P-17). Read anew with each request: it is over as soon as its time
 * is, the first session, the grant, the actor's permission or the organization.
 */
export async function actFor(
  db: Database,
  site: Site,
  session: Session,
  actingToken: string,
  now: Date,
): Promise<Session> {
  const row = await db
    .selectFrom('acting_sessions as a')
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'a.site_id').onRef('o.id', '=', 'a.organization_id'),
    )
    .select(['a.id', 'a.ends_at as endsAt', 'o.id as organizationId', 'o.kind', hasOthers('o', now).as('hasOthers')])
    .where('a.site_id', '=', site.id)
    .where('a.token_hash', '=', hashToken(actingToken))
    .where('a.session_id', '=', session.id)
    .where('a.ended_at', 'is', null)
    .where('a.ends_at', '>', now)
    .where('o.closed_at', 'is', null)
    .where(sql<boolean>`exists (select from grants_in_force(${now}::timestamptz) g
      where g.site_id = a.site_id and g.of_organization_id = a.organization_id
        and g.to_organization_id = ${session.organizationId}::uuid and 'act-as' = any(g.rights))`)
    .executeTakeFirst();
  if (!row || !session.permissions.has('acting:start')) return { ...session, acting: { state: 'ended' } };
  const kind = row.kind as Session['organizationKind'];
  const held = permissionsActingFor(kind);
  return {
    ...session,
    organizationId: row.organizationId,
    organizationKind: kind,
    role: 'manager',
    permissions: new Set(permissionsAt(site, kind, held, row.hasOthers)),
    acting: {
      state: 'runs',
      id: row.id,
      organizationId: session.organizationId,
      organizationKind: session.organizationKind,
      endsAt: row.endsAt,
    },
  };
}
