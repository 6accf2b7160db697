import { z } from 'zod';
import { organizationKinds, permissions, roles, permissionsOf } from '../../domain/accounts/permissions.ts';
import { languages, type Language } from '../../domain/site/languages.ts';
import type { Site } from '../kernel/app.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { outsideIdSchema } from '../kernel/http/schemas.ts';
import { outsideId } from '../kernel/ids.ts';
import type { Kind } from './sessions.ts';
import type { Session } from '../kernel/session.ts';

/** What the shell needs to know of who is logged in. */
export const sessionResponse = z.strictObject({
  user: z.strictObject({
    id: outsideIdSchema('user'),
    loginId: z.string(),
    name: z.string(),
    mail: z.string(),
    language: z.enum(languages),
    role: z.enum(roles),
  }),
  organization: z.strictObject({
    id: outsideIdSchema('organization'),
    name: z.string(),
    kind: z.enum(organizationKinds),
  }),
  permissions: z.array(z.enum(permissions)),
  idleMinutes: z.int(),
});

/** The session of a user as the web sees it; permissions of capabilities that the site has not switched on are left out. */
export async function viewSession(
  db: Database | Tx,
  site: Site,
  userId: string,
): Promise<z.infer<typeof sessionResponse>> {
  const row = await db
    .selectFrom('users as u')
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'u.site_id').onRef('o.id', '=', 'u.organization_id'),
    )
    .select([
      'u.id',
      'u.login_id',
      'u.name',
      'u.mail',
      'u.language',
      'u.role',
      'o.id as organization_id',
      'o.name as organization',
      'o.kind',
    ])
    .where('u.site_id', '=', site.id)
    .where('u.id', '=', userId)
    .executeTakeFirstOrThrow();
  const role = row.role as Session['role'];
  const kind = row.kind as Kind;
  return {
    user: {
      id: outsideId('user', row.id),
      loginId: row.login_id,
      name: row.name,
      mail: row.mail,
      language: row.language as Language,
      role,
    },
    organization: { id: outsideId('organization', row.organization_id), name: row.organization, kind },
    permissions: permissionsOf(kind, role),
    idleMinutes: site.accounts.session.idleMinutes,
  };
}
