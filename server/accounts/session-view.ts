import { sql } from 'kysely';
import { z } from 'zod';
import { owedSteps } from '../../domain/accounts/owed.ts';
import {
  organizationKinds,
  permissions,
  permissionsActingFor,
  permissionsOf,
  roles,
} from '../../domain/accounts/permissions.ts';
import { permissionsAt } from '../../domain/accounts/permissions-at.ts';
import { languages, type Language } from '../../domain/site/languages.ts';
import type { Site } from '../kernel/app.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { hasOthers } from '../organizations/others.ts';
import { instant, outsideIdSchema, pageSizeDefault } from '../kernel/http/schemas.ts';
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
  /** While somebody acts for another organization, which then stands in `organization`: who does it, and until when (P-17). */
  acting: z
    .strictObject({
      by: z.strictObject({ id: outsideIdSchema('organization'), name: z.string() }),
      startedAt: instant,
      endsAt: instant,
    })
    .nullable(),
  idleMinutes: z.int(),
  /** An app or a passkey is set up: a password may be as short as the site's rule with a second factor. */
  secondFactor: z.boolean(),
  /** What has to be done, in this order, before anything else works. */
  owed: z.array(z.enum(owedSteps)),
  /** Somebody else set the password up; its owner may ask for one of their own. */
  temporaryPassword: z.boolean(),
  /** Told from so many days before the password expires as the site says. */
  passwordDaysLeft: z.int().nullable(),
  /** When this person had logged in before this session; null in the first one. */
  previousLoginAt: instant.nullable(),
});

/** The session of a user as the web sees it; permissions of capabilities that the site has not switched on are left out. */
export async function viewSession(
  db: Database | Tx,
  site: Site,
  session: Pick<Session, 'userId' | 'startedAt' | 'acting'>,
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
      previousLogin(session.startedAt).as('previousLoginAt'),
    ])
    .select([agreedByUser().as('agreed'), secondFactorOfUser().as('secondFactor'), hasOthers('u', now).as('hasOthers')])
    .where('u.site_id', '=', site.id)
    .where('u.id', '=', session.userId)
    .executeTakeFirstOrThrow();
  const role = row.role as Session['role'];
  const kind = row.kind as Kind;
  const owed = owedOf(site, { ...row, kind, startedAt: session.startedAt }, now);
  const own = { id: outsideId('organization', row.organization_id), name: row.organization };
  const acting = session.acting?.state === 'runs' ? await viewActing(db, site, session.acting.id, own, now) : null;
  return {
    user: {
      id: outsideId('user', row.id),
      loginId: row.login_id,
      name: row.name,
      mail: row.mail,
      language: row.language as Language,
      role: acting ? 'manager' : role,
      pageSize: row.list_page_size ?? pageSizeDefault,
    },
    organization: acting?.organization ?? { ...own, kind },
    permissions: acting?.permissions ?? permissionsAt(site, kind, permissionsOf(kind, role), row.hasOthers),
    acting: acting?.acting ?? null,
    idleMinutes: site.accounts.session.idleMinutes,
    secondFactor: row.secondFactor,
    owed: owed.steps,
    temporaryPassword: row.temporary,
    passwordDaysLeft: owed.passwordDaysLeft,
    previousLoginAt: row.previousLoginAt?.toISOString() ?? null,
  };
}

/** Out of the session that began then; a person begins one at a time. */
function previousLogin(startedAt: Date) {
  return sql<Date | null>`(
    select max(s.previous_login_at) from sessions s where s.site_id = u.site_id and s.user_id = u.id and s.created_at = ${startedAt})`;
}

/** What is other about a session in which somebody acts for another organization. */
async function viewActing(db: Database | Tx, site: Site, id: string, by: { id: string; name: string }, now: Date) {
  const row = await db
    .selectFrom('acting_sessions as a')
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'a.site_id').onRef('o.id', '=', 'a.organization_id'),
    )
    .select([
      'a.started_at as startedAt',
      'a.ends_at as endsAt',
      'o.id',
      'o.name',
      'o.kind',
      hasOthers('o', now).as('hasOthers'),
    ])
    .where('a.site_id', '=', site.id)
    .where('a.id', '=', id)
    .executeTakeFirstOrThrow();
  const kind = row.kind as Kind;
  return {
    organization: { id: outsideId('organization', row.id), name: row.name, kind },
    permissions: permissionsAt(site, kind, permissionsActingFor(kind), row.hasOthers),
    acting: { by, startedAt: row.startedAt.toISOString(), endsAt: row.endsAt.toISOString() },
  };
}
