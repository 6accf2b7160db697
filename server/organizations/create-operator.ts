import { loginIdPolicyOf, parseLoginId } from '../../domain/accounts/login-id.ts';
import type { Role } from '../../domain/accounts/permissions.ts';
import { proofEnds } from '../../domain/accounts/proofs.ts';
import { parseMailAddress } from '../../domain/identifiers/mail-address.ts';
import { fail, pass, type Verdict } from '../../domain/verdict.ts';
import { createUser, noPassword } from '../accounts/create-user.ts';
import { createProof, linkSecret } from '../accounts/proofs.ts';
import type { Language } from '../../domain/site/languages.ts';
import type { App, Site } from '../kernel/app.ts';
import { writeEvents } from '../kernel/events.ts';
import { makerOrganization } from './create-organization.ts';

export type NewOperator = { loginId: string; mail: string; name: string; role: Role; language?: Language };

/**
 * Makes an operator of a site's maker and the link with which the password is set, once and within 24 hours. Each
 * site has its own operators; a person who runs two sites has two logins.
 */
export async function createOperator(
  app: App,
  site: Site,
  wished: NewOperator,
): Promise<Verdict<{ loginId: string; link: string; expiresAt: Date }>> {
  const loginId = parseLoginId(wished.loginId, loginIdPolicyOf(site.accounts, 'maker'));
  if (!loginId.ok) return loginId;
  const mail = parseMailAddress(wished.mail);
  if (!mail.ok) return mail;
  const now = app.clock.now();
  const expiresAt = proofEnds({ hours: 24 }, now, site.timeZone);
  return app.db.transaction().execute(async (tx) => {
    const organizationId = await makerOrganization(tx, site, now);
    const user = { organizationId, loginId: loginId.value, name: wished.name, mail: mail.value, role: wished.role };
    const language = wished.language ?? site.languages[0] ?? 'ja';
    const userId = await createUser(tx, site.id, { ...user, language, news: false, passwordHash: noPassword }, now);
    if (!userId) return fail('login-id-taken');
    const proofId = await createProof(app, tx, site, now, { purpose: 'set-password', userId, expiresAt });
    await writeEvents(tx, { siteId: site.id, actor: { kind: 'command' }, now, requestId: null }, [
      {
        what: 'user.created',
        subject: `user/${userId}`,
        data: { user: userId, organization: organizationId, role: wished.role },
        details: { loginId: loginId.value },
      },
    ]);
    return pass({
      loginId: loginId.value,
      link: `${site.address}/set-password#${linkSecret(app, site.id, proofId)}`,
      expiresAt,
    });
  });
}
