import { isOrganizationField } from '../../domain/accounts/account-data.ts';
import { selfSignUp, type SignUp } from '../../domain/accounts/policy.ts';
import type { SignUpValues } from '../../domain/accounts/sign-up-form.ts';
import type { Language } from '../../domain/site/languages.ts';
import type { Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import type { NewEvent } from '../kernel/events.ts';
import type { Problem } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { createOrganization, type NewOrganization } from '../organizations/create-organization.ts';
import type { Agreement } from '../sites/documents.ts';
import { createUser, type NewUser } from './create-user.ts';
import { storePassword } from './new-password.ts';
import { storeConsents } from './owed/store-consents.ts';
import { accountProblem } from './problems.ts';
import { hasSecondFactor } from './second-factor/factors.ts';
import { findLink, useProof, wasResetLink } from './proofs.ts';

/** What the page behind a password link shows; nothing is used up by looking. */
export async function checkPasswordLink(
  tx: Tx,
  site: Site,
  token: string,
  now: Date,
): Promise<Outcome<{ loginId: string; expiresAt: string; secondFactor: boolean }>> {
  const link = await findLink(tx, site.id, token, now);
  if (!link) return { reply: await deadLink(tx, site, token) };
  const owner = link.sign_up_id
    ? tx.selectFrom('sign_ups').select('login_id').where('site_id', '=', site.id).where('id', '=', link.sign_up_id)
    : tx.selectFrom('users').select('login_id').where('site_id', '=', site.id).where('id', '=', link.user_id);
  const { login_id: loginId } = await owner.executeTakeFirstOrThrow();
  const secondFactor = link.user_id !== null && (await hasSecondFactor(tx, site, link.user_id));
  return { reply: { status: 200, body: { loginId, expiresAt: link.expires_at.toISOString(), secondFactor } } };
}

/**
 * Sets the password with a link's secret. For a sign-up this is the moment the account comes to be. The caller has
 * hashed the password already: a hash waits its turn, and no database connection should wait with it.
 */
export async function setPassword(
  tx: Tx,
  site: Site,
  token: string,
  passwordHash: string,
  now: Date,
): Promise<Outcome<never>> {
  const link = await findLink(tx, site.id, token, now);
  if (!link) return { reply: await deadLink(tx, site, token) };
  await useProof(tx, site.id, link.id, now);
  if (link.sign_up_id) return finishSignUp(tx, site, link.sign_up_id, passwordHash, now);
  const event = await storePassword(tx, site.id, String(link.user_id), passwordHash, 'reset', now);
  return { reply: { status: 204 }, events: [event] };
}

/** Whose account a link would set the password of; null for a sign-up, where there is none yet, and for a dead link. */
export async function accountOfLink(tx: Tx, site: Site, token: string, now: Date): Promise<string | null> {
  const link = await findLink(tx, site.id, token, now);
  return link?.user_id ?? null;
}

/** A link that does nothing any more. Who holds the secret of one for an account may hear that a new one can be asked for. */
async function deadLink(tx: Tx, site: Site, token: string): Promise<Problem> {
  return accountProblem((await wasResetLink(tx, site.id, token)) ? 'reset-link-invalid' : 'link-invalid');
}

/** Makes the organization and its owner. Of two sign-ups with one login ID the first to set a password wins. */
async function finishSignUp(
  tx: Tx,
  site: Site,
  signUpId: string,
  passwordHash: string,
  now: Date,
): Promise<Outcome<never>> {
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
  const organizationId = await createOrganization(tx, site.id, organizationOf(values, policy), now);
  const loginId = pending.login_id;
  const user = {
    organizationId,
    loginId,
    role: 'owner',
    language: pending.language as Language,
    passwordHash,
  } as const;
  const userId = await createUser(tx, site.id, { ...user, ...personOf(values) }, now);
  if (!userId) {
    await tx.deleteFrom('organizations').where('site_id', '=', site.id).where('id', '=', organizationId).execute();
    return { reply: accountProblem('link-invalid') };
  }
  await tx
    .updateTable('sign_ups')
    .set({ user_id: userId, fields: JSON.stringify({}) })
    .where('site_id', '=', site.id)
    .where('id', '=', signUpId)
    .execute();
  await storeConsents(tx, site.id, userId, pending.agreed as Agreement[], pending.created_at);
  const events: NewEvent[] = [
    {
      what: 'organization.created',
      subject: `organization/${organizationId}`,
      data: { kind: policy.organization },
      details: { fields: fieldsOf(values, true) },
    },
    {
      what: 'user.created',
      subject: `user/${userId}`,
      data: { user: userId, organization: organizationId, role: 'owner', signUp: signUpId },
      details: { loginId, fields: fieldsOf(values, false) },
    },
  ];
  return { reply: { status: 204 }, events };
}

const addressFields = ['address1', 'address2', 'address3', 'address4', 'address5'] as const;

/** What a person's data say goes where it is erased with the person. */
function fieldsOf(values: SignUpValues, ofOrganization: boolean): SignUpValues {
  const names = Object.keys(values) as (keyof SignUpValues)[];
  const wanted = names.filter((field) => isOrganizationField(field) === ofOrganization);
  return Object.fromEntries(wanted.map((field) => [field, values[field]]));
}

function textOf(values: SignUpValues, field: keyof SignUpValues): string {
  const value = values[field];
  return typeof value === 'string' ? value : '';
}

function organizationOf(values: SignUpValues, policy: SignUp): NewOrganization {
  const text = (field: keyof SignUpValues) => textOf(values, field);
  return {
    kind: policy.organization,
    name: text('company') || text('name') || text('personInCharge'),
    country: text('country') || 'JP',
    postalCode: text('postalCode') || null,
    address: addressFields.map(text),
    phone: text('phone') || null,
    fax: text('fax') || null,
    form: text('organizationForm') || null,
  };
}

function personOf(values: SignUpValues): Pick<NewUser, 'name' | 'mail' | 'news' | 'department' | 'kana'> {
  const name = textOf(values, 'personInCharge') || textOf(values, 'name');
  return {
    name,
    mail: textOf(values, 'mail'),
    news: values.news === true,
    department: textOf(values, 'department') || null,
    kana: textOf(values, 'kana') || null,
  };
}
