import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import type { Scope } from '../../kernel/session.ts';
import { proofEnds } from '../../../domain/accounts/proofs.ts';
import { findManagedAccount } from '../account-data/managed.ts';
import { storePassword } from '../new-password.ts';
import { accountProblem } from '../problems.ts';
import { inviteUser } from './make-user.ts';
import { lifeOf, openingsOf, type PreparedOpening } from './opening.ts';

export type OpenedAgain = { password: string | null; expiresAt: string | null };

/**
 * An operator opens an account anew for who cannot get in: a new link to its address, or a new initial password where the site
 * hands those over (printer: without a proved address the maker is asked). All sessions end with a password. Why stands in the log.
 */
export async function openAgain(
  app: App,
  tx: Tx,
  site: Site,
  scope: Scope,
  userId: string,
  prepared: PreparedOpening,
  reason: string,
): Promise<Outcome<OpenedAgain>> {
  const { now } = scope;
  if (userId === scope.userId) return { reply: accountProblem('opening-own') };
  const account = await findManagedAccount(tx, site, scope, userId);
  if (!account) return { reply: platformProblem('not-found') };
  const { kind, mail } = account;
  const { opening, passwordHash, shown } = prepared;
  if (opening === 'temporary' || !openingsOf(site, kind, null).includes(opening))
    return { reply: accountProblem('opening-not-offered') };
  const expiresAt = proofEnds(lifeOf(site, kind), now, site.timeZone).toISOString();
  const reply = { status: 201, body: { password: shown, expiresAt } } as const;
  if (opening === 'link') {
    if (mail === '') return { reply: accountProblem('opening-no-mail') };
    const invited = { userId, kind, byOrganizationId: scope.organizationId };
    return { reply, events: [{ ...(await inviteUser(app, tx, site, invited, now)), details: { reason } }] };
  }
  const changed = await storePassword(tx, site.id, userId, passwordHash, 'handed', now);
  return { reply, events: [{ ...changed, details: { reason } }] };
}
