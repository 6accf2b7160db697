import { z } from 'zod';
import { owedSteps } from '../../domain/accounts/owed.ts';
import { organizationKinds, permissions, roles } from '../../domain/accounts/permissions.ts';
import { permissionsAt } from '../../domain/accounts/permissions-at.ts';
import { languages, type Language } from '../../domain/site/languages.ts';
import type { Site } from '../kernel/app.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { outsideIdSchema, pageSizeDefault } from '../kernel/http/schemas.ts';
import { outsideId } from '../kernel/ids.ts';
import { agreedByUser, owedOf, secondFactorOfUser } from './owed/facts.ts';
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
    /** Rows that a list shows at first. */
    pageSize: z.int(),
  }),
  organization: z.strictObject({
    id: outsideIdSchema('organization'),
    name: z.string(),
    kind: z.enum(organizationKinds),
  }),
  permissions: z.array(z.enum(permissions)),
  idleMinutes: z.int(),
  /** An app or a passkey is set up: a password may be as short as the site's rule with a second factor. */
  secondFactor: z.boolean(),
  /** What has to be done, in this order, before anything else works. */
  owed: z.array(z.enum(owedSteps)),
  /** Somebody else set the password up; its owner may ask for one of their own. */
  temporaryPassword: z.boolean(),
  /** Told from so many days before the password expires as the site says. */
  passwordDaysLeft: z.int().nullable(),
});

/** The session of a user as the web sees it; permissions of capabilities that the site has not switched on are left out. */
export async function viewSession(
  db: Database | Tx,
  site: Site,
  session: Pick<Session, 'userId' | 'startedAt'>,
  now: Date,
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
      'u.list_page_size',
      'o.id as organization_id',
      'o.name as organization',
      'o.kind',
      'u.password_changed_at as changedAt',
      'u.password_initial as initial',
      'u.password_temporary as temporary',
      'o.data_owed as dataOwed',
    ])
    .select([agreedByUser().as('agreed'), secondFactorOfUser().as('secondFactor')])
    .where('u.site_id', '=', site.id)
    .where('u.id', '=', session.userId)
    .executeTakeFirstOrThrow();
  const role = row.role as Session['role'];
  const kind = row.kind as Kind;
  const owed = owedOf(site, { ...row, kind, startedAt: session.startedAt }, now);
  return {
    user: {
      id: outsideId('user', row.id),
      loginId: row.login_id,
      name: row.name,
      mail: row.mail,
      language: row.language as Language,
      role,
      pageSize: row.list_page_size ?? pageSizeDefault,
    },
    organization: { id: outsideId('organization', row.organization_id), name: row.organization, kind },
    permissions: permissionsAt(site.accounts, kind, role),
    idleMinutes: site.accounts.session.idleMinutes,
    secondFactor: row.secondFactor,
    owed: owed.steps,
    temporaryPassword: row.temporary,
    passwordDaysLeft: owed.passwordDaysLeft,
  };
}
