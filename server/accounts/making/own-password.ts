import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import type { Session } from '../../kernel/session.ts';
import { accountProblem } from '../problems.ts';
import { closeAllSessions } from '../sessions.ts';
import { inviteUser } from './make-user.ts';

/**
 * The answer "yes" to who logged in with a temporary password and is asked whether to have one of their own (camera, L-01): a link
 * goes to the account's address, and all sessions end, those of who set the account up as well.
 */
export async function askOwnPassword(
  app: App,
  tx: Tx,
  site: Site,
  { userId, organizationKind }: Pick<Session, 'userId' | 'organizationKind'>,
  now: Date,
): Promise<Outcome<never>> {
  const user = await tx
    .selectFrom('users as u')
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'u.site_id').onRef('o.id', '=', 'u.organization_id'),
    )
    .select(['u.password_temporary', 'o.id', 'o.parent_id'])
    .where('u.site_id', '=', site.id)
    .where('u.id', '=', userId)
    .forUpdate('u')
    .executeTakeFirstOrThrow();
  if (!user.password_temporary) return { reply: accountProblem('opening-chosen') };
  const invited = { userId, kind: organizationKind, byOrganizationId: user.parent_id ?? user.id };
  const event = await inviteUser(app, tx, site, invited, now);
  await closeAllSessions(tx, site.id, userId);
  return { reply: { status: 204 }, events: [event] };
}
