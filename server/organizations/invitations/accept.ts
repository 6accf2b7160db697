import { randomBytes } from 'node:crypto';
import { issueLoginId, loginIdPolicyOf } from '../../../domain/accounts/login-id.ts';
import type { OrganizationKind, Role } from '../../../domain/accounts/permissions.ts';
import { parseText } from '../../../domain/identifiers/single-line.ts';
import type { Language } from '../../../domain/site/languages.ts';
import { createUser } from '../../accounts/create-user.ts';
import { isLoginIdTaken } from '../../accounts/login-ids.ts';
import { storeConsents } from '../../accounts/owed/store-consents.ts';
import { accountProblem } from '../../accounts/problems.ts';
import type { Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { faultAt, platformProblem, type FieldFault } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { documentsForPeople, type Agreement } from '../../sites/documents.ts';
import { organizationProblem } from '../problems.ts';
import { isAddressTaken, readLoginId } from './invite.ts';
import { endInvitation, findByLink, lockByLink } from './store.ts';

const nameMax = 100;
const issueTriesMax = 20;

export type Invited = {
  organization: string;
  inviter: string | null;
  name: string;
  mail: string;
  role: Role;
  expiresAt: string;
  /** How the login ID comes about; `given` ones are shown. */
  loginIdKind: 'mail' | 'issued' | 'chosen' | 'given';
  loginId: string | null;
  /** What has to be agreed to before the password is set. */
  documents: Agreement[];
};

/** What the page behind an invitation's link shows; nothing is used up by looking. */
export async function checkInvitation(tx: Tx, site: Site, token: string, now: Date): Promise<Outcome<Invited>> {
  const found = await findByLink(tx, site.id, token, now);
  const kind = found?.kind as OrganizationKind;
  if (!found || (await isAddressTaken(tx, site, kind, found.mail, 'look')))
    return { reply: organizationProblem('invitation-invalid') };
  const loginIdKind = loginIdPolicyOf(site.accounts, kind).kind;
  const { organization, inviter, name, mail } = found;
  const body: Invited = {
    organization,
    inviter,
    name,
    mail,
    role: found.role as Role,
    expiresAt: found.expires_at.toISOString(),
    loginIdKind,
    loginId: loginIdKind === 'mail' ? mail : found.login_id,
    documents: documentsForPeople(site, now),
  };
  return { reply: { status: 200, body } };
}

export type Accepted = {
  token: string;
  name: string;
  loginId?: string | undefined;
  language: Language;
  agreed: Agreement[];
};

/** Makes the account of who was invited (P-15): the address is proved by the link, the terms are agreed to, the password is hashed already. */
export async function acceptInvitation(
  tx: Tx,
  site: Site,
  given: Accepted,
  passwordHash: string,
  now: Date,
): Promise<Outcome<{ loginId: string }>> {
  const found = await lockByLink(tx, site.id, given.token, now);
  const kind = found?.kind as OrganizationKind;
  if (!found || (await isAddressTaken(tx, site, kind, found.mail, 'lock')))
    return { reply: organizationProblem('invitation-invalid') };
  const wanted = documentsForPeople(site, now);
  const agreed = (one: Agreement) =>
    given.agreed.some(({ document, version }) => document === one.document && version === one.version);
  if (!wanted.every(agreed)) return { reply: accountProblem('terms-not-agreed') };

  const errors: FieldFault[] = [];
  const name = parseText(given.name, { min: 1, max: nameMax });
  if (!name.ok) errors.push(faultAt('/name', name));
  const loginId = await loginIdOf(tx, site, kind, found, given.loginId ?? '', now);
  if ('code' in loginId) errors.push({ pointer: '/loginId', ...loginId });
  if (!name.ok || 'code' in loginId) return { reply: platformProblem('invalid-fields', { errors }) };

  const { organization_id: organizationId, mail } = found;
  const role = found.role as Role;
  const user = { organizationId, loginId: loginId.loginId, name: name.value, mail, role, passwordHash };
  const userId = await createUser(tx, site.id, { ...user, language: given.language, news: false }, now);
  if (!userId) return { reply: organizationProblem('invitation-invalid') };
  await storeConsents(tx, site.id, userId, wanted, now);
  await endInvitation(tx, site.id, found.id, now, userId);
  return {
    reply: { status: 201, body: { loginId: loginId.loginId } },
    events: [
      {
        what: 'user.created',
        subject: `user/${userId}`,
        data: { user: userId, organization: organizationId, role, invitation: found.id },
        details: { loginId: loginId.loginId },
      },
    ],
  };
}

async function loginIdOf(
  tx: Tx,
  site: Site,
  kind: OrganizationKind,
  invitation: { mail: string; login_id: string | null },
  typed: string,
  now: Date,
): Promise<{ loginId: string } | Pick<FieldFault, 'code' | 'params'>> {
  const policy = loginIdPolicyOf(site.accounts, kind);
  if (policy.kind === 'mail') return { loginId: invitation.mail };
  if (policy.kind === 'given' && invitation.login_id) return { loginId: invitation.login_id };
  if (policy.kind !== 'issued') return readLoginId(tx, site, typed, policy, now);
  for (let attempt = 0; attempt < issueTriesMax; attempt += 1) {
    const loginId = issueLoginId((count) => randomBytes(count), policy.max);
    if (!(await isLoginIdTaken(tx, site.id, loginId, now))) return { loginId };
  }
  throw new Error(`no free login ID was found for ${site.id}`);
}
