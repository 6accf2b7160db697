import { isOrganizationField } from '../../domain/accounts/account-data.ts';
import { mayAddressRepeat, selfSignUp, type SignUp } from '../../domain/accounts/policy.ts';
import type { SignUpValues } from '../../domain/accounts/sign-up-form.ts';
import type { Language } from '../../domain/site/languages.ts';
import type { Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import type { NewEvent } from '../kernel/events.ts';
import { createOrganization, type NewOrganization } from '../organizations/create-organization.ts';
import type { Agreement } from '../sites/documents.ts';
import { createUser, type NewUser } from './create-user.ts';
import { isMailTaken } from './login-ids.ts';
import { newsEvent } from './news/consent.ts';
import { storeConsents } from './owed/store-consents.ts';

/** What becomes an account: a sign-up whose address is proved and whose password is chosen. */
export type FinishedSignUp = { signUpId: string; passwordHash: string; agreedNow: readonly Agreement[] };

/**
 * Makes the organization and its owner, and says what happened. Of two sign-ups with one login ID, or with one address where
 * each has one account, the first to be finished wins; the other gets null.
 */
export async function finishSignUp(
  tx: Tx,
  site: Site,
  { signUpId, passwordHash, agreedNow }: FinishedSignUp,
  now: Date,
): Promise<NewEvent[] | null> {
  const pending = await tx
    .selectFrom('sign_ups')
    .selectAll()
    .where('site_id', '=', site.id)
    .where('id', '=', signUpId)
    .where('user_id', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  const policy = pending && wayOf(site, pending.organization_kind);
  if (!pending || !policy) return null;
  const values = pending.fields as SignUpValues;
  if (!mayAddressRepeat(policy) && (await isMailTaken(tx, site.id, pending.mail, 'lock'))) return null;
  const organizationId = await createOrganization(tx, site.id, organizationOf(values, policy), now);
  const loginId = pending.login_id;
  const user = {
    organizationId,
    loginId,
    role: 'owner',
    language: pending.language as Language,
    passwordHash,
  } as const;
  const person = personOf(values);
  const userId = await createUser(tx, site.id, { ...user, ...person }, now);
  if (!userId) {
    await tx.deleteFrom('organizations').where('site_id', '=', site.id).where('id', '=', organizationId).execute();
    return null;
  }
  if (policy.organization === 'dealer' && policy.loginId.kind !== 'mail')
    await keepDealerCode(tx, site.id, organizationId, loginId);
  await tx
    .updateTable('sign_ups')
    .set({ user_id: userId, fields: JSON.stringify({}), password_hash: null })
    .where('site_id', '=', site.id)
    .where('id', '=', signUpId)
    .execute();
  await storeConsents(tx, site.id, userId, pending.agreed as Agreement[], pending.created_at);
  await storeConsents(tx, site.id, userId, agreedNow, now);
  return [
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
    ...(person.news ? [newsEvent(userId, organizationId, true, 'sign-up')] : []),
  ];
}

/** The login ID under which a dealer signs up stays its code when its people change; customers name it by that (E-04). */
async function keepDealerCode(tx: Tx, siteId: string, organizationId: string, loginId: string): Promise<void> {
  await tx
    .updateTable('organizations')
    .set({ dealer_code: loginId })
    .where('site_id', '=', siteId)
    .where('id', '=', organizationId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('organizations as o')
            .select('o.id')
            .where('o.site_id', '=', siteId)
            .where((other) => other(other.fn<string>('lower', ['o.dealer_code']), '=', loginId.toLowerCase())),
        ),
      ),
    )
    .execute();
}

/** The way of a sign-up that is stored; one of the version before has no kind and is the site's first. */
export function wayOf(site: Site, kind: string | null): SignUp | null {
  return selfSignUp(site.accounts, kind === null ? undefined : (kind as SignUp['organization']));
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

export function organizationOf(values: SignUpValues, policy: SignUp): NewOrganization {
  const text = (field: keyof SignUpValues) => textOf(values, field);
  return {
    kind: policy.organization,
    // Who signed up with an address alone is known by it until the rest is asked for.
    name: text('company') || text('name') || text('personInCharge') || text('mail'),
    dataOwed: policy.steps.includes('customer-data'),
    country: text('country') || 'JP',
    postalCode: text('postalCode') || null,
    address: addressFields.map(text),
    phone: text('phone') || null,
    fax: text('fax') || null,
    form: text('organizationForm') || null,
  };
}

export function personOf(values: SignUpValues): Pick<NewUser, 'name' | 'mail' | 'news' | 'department' | 'kana'> {
  const name = textOf(values, 'personInCharge') || textOf(values, 'name');
  return {
    name,
    mail: textOf(values, 'mail'),
    news: values.news === true,
    department: textOf(values, 'department') || null,
    kana: textOf(values, 'kana') || null,
  };
}
