import { loginIdPolicyOf } from '../../../domain/accounts/login-id.ts';
import type { OrganizationKind } from '../../../domain/accounts/permissions.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { newId } from '../../kernel/ids.ts';
import { openingsOf } from '../making/opening.ts';
import { accountProblem } from '../problems.ts';
import { endProofs, hashLink, linkSecret } from '../proofs.ts';
import { endMailChanges } from './mail-change.ts';

/** Whether people of a kind can be without an address: it is not their login ID, and passwords are handed over to them (C-11). */
export function mayBeWithoutMail(site: Site, kind: OrganizationKind): boolean {
  return loginIdPolicyOf(site.accounts, kind).kind !== 'mail' && openingsOf(site, kind, null).includes('initial');
}

type Who = { userId: string; organizationKind: OrganizationKind };

/**
 * Takes one's own address away (C-11): no mails go anywhere any more, links that went to it end, and the address is told. Taken away twice it is
 * taken away once.
 */
export async function removeMail(app: App, tx: Tx, site: Site, who: Who, now: Date): Promise<Outcome<never>> {
  if (!mayBeWithoutMail(site, who.organizationKind)) return { reply: accountProblem('mail-needed') };
  const { mail } = await tx
    .selectFrom('users')
    .select('mail')
    .where('site_id', '=', site.id)
    .where('id', '=', who.userId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (mail === '') return { reply: { status: 204 } };
  await endMailChanges(tx, site.id, who.userId, now);
  await endProofs(tx, site.id, who.userId, now);
  const change = newId();
  await tx
    .insertInto('mail_changes')
    .values({
      site_id: site.id,
      id: change,
      user_id: who.userId,
      old_mail: mail,
      new_mail: '',
      secret_hash: hashLink(linkSecret(app, site.id, change)),
      created_at: now,
      expires_at: now,
      ended_at: now,
    })
    .execute();
  await tx
    .updateTable('users')
    .set({ mail: '', mail_unproved_since: null })
    .where('site_id', '=', site.id)
    .where('id', '=', who.userId)
    .execute();
  return {
    reply: { status: 204 },
    events: [
      {
        what: 'mail.removed',
        subject: `user/${who.userId}`,
        data: { user: who.userId, change },
        details: { before: { mail }, after: { mail: '' } },
      },
    ],
  };
}
