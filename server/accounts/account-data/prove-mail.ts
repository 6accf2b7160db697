import { loginIdPolicyOf } from '../../../domain/accounts/login-id.ts';
import type { OrganizationKind } from '../../../domain/accounts/permissions.ts';
import type { Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { isAddressTaken } from '../login-ids.ts';
import { accountProblem } from '../problems.ts';
import { endProofs, hashLink } from '../proofs.ts';
import { closeAllSessions } from '../sessions.ts';
import { openChanges } from './mail-change.ts';

type Shown = { mail: string; loginId: string; expiresAt: string; loginIdChanges: boolean };

async function findChange(tx: Tx, site: Site, token: string, now: Date) {
  const found = await openChanges(tx, site.id, now)
    .where('c.secret_hash', '=', hashLink(token))
    .forUpdate(['c', 'u'])
    .executeTakeFirst();
  if (!found) return null;
  const kind = found.kind as OrganizationKind;
  const loginIdChanges = loginIdPolicyOf(site.accounts, kind).kind === 'mail';
  // To whom the address belongs already, the link was not mailed; a taken one may still have become so since.
  const taken = await isAddressTaken(tx, site, { userId: found.user_id, kind }, found.new_mail, now);
  return taken ? null : { ...found, loginIdChanges };
}

/** What the page behind the link shows; looking changes nothing. */
export async function checkMailChange(tx: Tx, site: Site, token: string, now: Date): Promise<Outcome<Shown>> {
  const found = await findChange(tx, site, token, now);
  if (!found) return { reply: accountProblem('mail-link-invalid') };
  const { new_mail: mail, login_id: loginId, loginIdChanges } = found;
  const body = { mail, loginId, expiresAt: found.expires_at.toISOString(), loginIdChanges };
  return { reply: { status: 200, body } };
}

/**
 * The opened link proves the new address (P-13): it takes the place of the old one, the password stays, links that went to
 * the old one end, and where the address is the login ID all sessions do.
 */
export async function proveMailChange(
  tx: Tx,
  site: Site,
  token: string,
  now: Date,
): Promise<Outcome<Pick<Shown, 'mail' | 'loginIdChanges'>>> {
  const found = await findChange(tx, site, token, now);
  if (!found) return { reply: accountProblem('mail-link-invalid') };
  const { id, user_id: userId, new_mail: mail, old_mail: before, loginIdChanges } = found;
  await tx
    .updateTable('users')
    .set({ mail, mail_unproved_since: null, ...(loginIdChanges && { login_id: mail }) })
    .where('site_id', '=', site.id)
    .where('id', '=', userId)
    .execute();
  await tx
    .updateTable('mail_changes')
    .set({ ended_at: now })
    .where('site_id', '=', site.id)
    .where('id', '=', id)
    .execute();
  await endProofs(tx, site.id, userId, now);
  if (loginIdChanges) await closeAllSessions(tx, site.id, userId);
  return {
    reply: { status: 200, body: { mail, loginIdChanges } },
    events: [
      {
        what: 'mail.changed',
        subject: `user/${userId}`,
        data: { user: userId, change: id, loginIdChanged: loginIdChanges },
        details: { before: { mail: before }, after: { mail } },
      },
    ],
  };
}
