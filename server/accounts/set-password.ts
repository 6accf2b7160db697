import { checkPassword } from '../../domain/accounts/password.ts';
import { selfSignUp } from '../../domain/accounts/policy.ts';
import type { SignUpValues } from '../../domain/accounts/sign-up-form.ts';
import type { Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import type { NewEvent } from '../kernel/events.ts';
import { platformProblem, type Problem } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { newId } from '../kernel/ids.ts';
import { isCommonPassword } from './common-passwords.ts';
import { accountProblem } from './problems.ts';
import { findLink, useProof } from './proofs.ts';
import { closeAllSessions } from './sessions.ts';

/** What the page behind a password link shows; nothing is used up by looking. */
export async function checkPasswordLink(tx: Tx, site: Site, token: string, now: Date): Promise<Outcome<{ loginId: string; expiresAt: string }>> {
  const link = await findLink(tx, site.id, token, now);
  if (!link) return { reply: accountProblem('link-invalid') };
  const owner = link.sign_up_id
    ? tx.selectFrom('sign_ups').select('login_id').where('site_id', '=', site.id).where('id', '=', link.sign_up_id)
    : tx.selectFrom('users').select('login_id').where('site_id', '=', site.id).where('id', '=', link.user_id);
  const { login_id: loginId } = await owner.executeTakeFirstOrThrow();
  return { reply: { status: 200, body: { loginId, expiresAt: link.expires_at.toISOString() } } };
}

/** Every rule of the site's policy that the wished password breaks, at its field; null when it may be used. */
export function refusePassword(site: Site, password: string): Problem | null {
  const broken = checkPassword(password, site.accounts.password, { isCommon: isCommonPassword });
  if (broken.length === 0) return null;
  const errors = broken.map((rule) => ({ pointer: '/password', code: `accounts/${rule.code}`, ...(rule.params && { params: rule.params }) }));
  return platformProblem('invalid-fields', { errors });
}

/**
 * Sets the password with a link's secret. For a sign-up this is the moment the account comes to be. The caller has
 * hashed the password already: a hash waits its turn, and no database connection should wait with it.
 */
export async function setPassword(tx: Tx, site: Site, token: string, passwordHash: string, now: Date): Promise<Outcome<never>> {
  const link = await findLink(tx, site.id, token, now);
  if (!link) return { reply: accountProblem('link-invalid') };
  await useProof(tx, site.id, link.id, now);
  if (link.sign_up_id) return finishSignUp(tx, site, link.sign_up_id, passwordHash, now);
  const userId = String(link.user_id);
  await tx
    .updateTable('users')
    .set({ password_hash: passwordHash, password_changed_at: now })
    .where('site_id', '=', site.id)
    .where('id', '=', userId)
    .execute();
  await closeAllSessions(tx, site.id, userId);
  return { reply: { status: 204 }, events: [{ what: 'password.changed', subject: `user/${userId}` }] };
}

async function finishSignUp(tx: Tx, site: Site, signUpId: string, passwordHash: string, now: Date): Promise<Outcome<never>> {
  const pending = await tx
    .selectFrom('sign_ups')
    .selectAll()
    .where('site_id', '=', site.id)
    .where('id', '=', signUpId)
    .where('user_id', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  const policy = selfSignUp(site.accounts);
  if (!pending || !policy) return { reply: accountProblem('link-invalid') };
  const values = pending.fields as SignUpValues;
  const organizationId = newId();
  const userId = newId();
  const text = (field: keyof SignUpValues) => (typeof values[field] === 'string' ? values[field] : '');
  await tx
    .insertInto('organizations')
    .values({
      site_id: site.id,
      id: organizationId,
      parent_id: null,
      kind: policy.organization,
      name: text('company') || text('name') || text('personInCharge'),
      country: text('country') || 'JP',
      postal_code: text('postalCode') || null,
      address: (['address1', 'address2', 'address3', 'address4', 'address5'] as const).map(text),
      phone: text('phone') || null,
      created_at: now,
      closed_at: null,
    })
    .execute();
  const created = await tx
    .insertInto('users')
    .values({
      site_id: site.id,
      id: userId,
      organization_id: organizationId,
      login_id: pending.login_id,
      name: text('personInCharge') || text('name'),
      mail: text('mail'),
      role: 'owner',
      language: pending.language,
      news: values.news === true,
      password_hash: passwordHash,
      password_changed_at: now,
      created_at: now,
      last_login_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!created) return refuseTaken(tx, site, organizationId);
  await tx.updateTable('sign_ups').set({ user_id: userId, fields: JSON.stringify({}) }).where('site_id', '=', site.id).where('id', '=', signUpId).execute();
  await storeConsents(tx, site, userId, pending.agreed as { document: string; version: string }[], pending.created_at);
  const events: NewEvent[] = [
    { what: 'organization.created', subject: `organization/${organizationId}`, data: { kind: policy.organization }, details: { fields: values } },
    { what: 'user.created', subject: `user/${userId}`, data: { user: userId, organization: organizationId, role: 'owner', signUp: signUpId }, details: { loginId: pending.login_id } },
  ];
  return { reply: { status: 204 }, events };
}

/** Of two sign-ups with one address the first to set a password wins; the second one's link is spent. */
async function refuseTaken(tx: Tx, site: Site, organizationId: string): Promise<Outcome<never>> {
  await tx.deleteFrom('organizations').where('site_id', '=', site.id).where('id', '=', organizationId).execute();
  return { reply: accountProblem('link-invalid') };
}

async function storeConsents(tx: Tx, site: Site, userId: string, agreed: { document: string; version: string }[], at: Date): Promise<void> {
  if (agreed.length === 0) return;
  await tx
    .insertInto('consents')
    .values(agreed.map(({ document, version }) => ({ site_id: site.id, user_id: userId, document, version, agreed_at: at })))
    .execute();
}
