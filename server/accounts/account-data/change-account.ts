import {
  accountFields,
  applyAccountChange,
  changedFields,
  isOrganizationField,
  type AccountFieldName,
  type AccountValues,
} from '../../../domain/accounts/account-data.ts';
import type { NewsWay } from '../../../domain/accounts/news.ts';
import type { Updateable } from 'kysely';
import { setMembership } from '../../devices/club/membership.ts';
import { newsColumns, newsEvent } from '../news/consent.ts';
import type { Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import type { NewEvent } from '../../kernel/events.ts';
import { platformProblem, type Problem } from '../../kernel/http/problem.ts';
import { etag } from '../../kernel/http/version.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import type { DB } from '../../kernel/tables.generated.ts';
import { findAccount, presentAccount, type Account } from './account.ts';
import type { AccountView } from './schemas.ts';

export type AccountChange = {
  values: Partial<AccountValues>;
  /** The version on which the change was typed. */
  seenVersion: string;
  mayChangeOrganization: boolean;
  /** Given when an operator changes it for them. */
  reason: string | null;
  /** Who changes it, and when. */
  by: { userId: string; now: Date };
};

export type ChangedAccount = AccountView & { changed: AccountFieldName[] };

/**
 * Changes a person's and the organization's data (P-14, K-09). When nothing differs nothing is written and no mail goes
 * out; when somebody else was faster nothing is overwritten. `userId` has been found within the caller's reach.
 */
export async function changeAccount(
  tx: Tx,
  site: Site,
  userId: string,
  request: AccountChange,
): Promise<Outcome<ChangedAccount>> {
  const before = await findAccount(tx, site, userId, { lock: true });
  if (!before) return { reply: platformProblem('not-found') };
  const refused = refuseFields(site, before, request);
  if (refused) return { reply: refused };
  if (before.version !== request.seenVersion) return { reply: platformProblem('changed-meanwhile') };
  const mayChange = (field: string) => request.mayChangeOrganization || !isOrganizationField(field as AccountFieldName);
  const fields = accountFields(site.accounts, before.kind).filter(({ field }) => mayChange(field));
  const result = applyAccountChange(before.values, request.values, fields);
  if (!result.ok) {
    const errors = result.faults.map(({ field, ...fault }) => ({ pointer: `/values/${field}`, ...fault }));
    return { reply: platformProblem('invalid-fields', { errors }) };
  }
  const changed = changedFields(before.values, result.values);
  if (changed.length > 0) await store(tx, site, before, result.values, changed, request);
  if (before.dataOwed && request.mayChangeOrganization && request.reason === null) await settle(tx, site, before);
  const club = changed.includes('club')
    ? await setMembership(
        tx,
        { siteId: site.id, organizationId: before.organizationId, ...request.by },
        result.values.club === true,
        request.reason !== null,
      )
    : [];
  const after = (await findAccount(tx, site, userId)) ?? before;
  const view = presentAccount(site, after, { changePerson: true, changeOrganization: request.mayChangeOrganization });
  return {
    reply: { status: 200, body: { ...view, changed }, headers: etag(after.version) },
    events: changed.length > 0 ? [...eventsOf(before, after, changed, request.reason), ...club] : [],
  };
}

/** Fields that the site does not ask for are unknown; the organization's are for some roles only. */
function refuseFields(site: Site, { kind }: Account, { values, mayChangeOrganization }: AccountChange): Problem | null {
  const asked = accountFields(site.accounts, kind).map(({ field }) => field as AccountFieldName);
  const given = (Object.keys(values) as AccountFieldName[]).filter((field) => values[field] !== undefined);
  const unknown = given.filter((field) => field !== 'language' && !asked.includes(field));
  if (unknown.length > 0) {
    const errors = unknown.map((field) => ({ pointer: `/values/${field}`, code: 'platform/unknown-field' }));
    return platformProblem('malformed', { errors });
  }
  return !mayChangeOrganization && given.some(isOrganizationField) ? platformProblem('not-permitted') : null;
}

const text = (value: string | boolean | undefined): string => (typeof value === 'string' ? value : '');

async function store(
  tx: Tx,
  site: Site,
  account: Account,
  values: AccountValues,
  changed: readonly AccountFieldName[],
  request: AccountChange,
): Promise<void> {
  const name = text(values.personInCharge ?? values.name);
  const { kind } = account;
  const asksCompany = accountFields(site.accounts, kind).some(({ field }) => field === 'company');
  const organization = organizationChange(values, changed);
  // A private customer's organization bears the person's name.
  if (!asksCompany && kind !== 'maker' && name !== account.name) organization.name = name;
  // The organization first, as wherever both are locked.
  if (Object.keys(organization).length > 0)
    await tx
      .updateTable('organizations')
      .set(organization)
      .where('site_id', '=', site.id)
      .where('id', '=', account.organizationId)
      .execute();
  await tx
    .updateTable('users')
    .set({
      name,
      ...(changed.includes('department') && { department: text(values.department) || null }),
      ...(changed.includes('kana') && { kana: text(values.kana) || null }),
      ...(changed.includes('news') && newsColumns(values.news === true, newsWayOf(request), request.by.now)),
      language: values.language,
    })
    .where('site_id', '=', site.id)
    .where('id', '=', account.userId)
    .execute();
}

/** Who asks for the change says so for themselves, or is an operator who was asked to. */
function newsWayOf({ reason }: Pick<AccountChange, 'reason'>): NewsWay {
  return reason === null ? 'account' : 'operator';
}

/** The form was complete: nothing of the organization is owed any more (U-01). */
async function settle(tx: Tx, site: Site, { organizationId }: Account): Promise<void> {
  await tx
    .updateTable('organizations')
    .set({ data_owed: false })
    .where('site_id', '=', site.id)
    .where('id', '=', organizationId)
    .execute();
}

/** Only what changed: a column whose field the site does not ask for keeps what it holds. */
function organizationChange(
  values: AccountValues,
  changed: readonly AccountFieldName[],
): Updateable<DB['organizations']> {
  const has = (field: AccountFieldName) => changed.includes(field);
  const { address1, address2, address3, address4, address5 } = values;
  return {
    ...(has('company') && { name: text(values.company) }),
    ...(has('organizationForm') && { organization_form: text(values.organizationForm) || null }),
    ...(has('country') && { country: text(values.country) || 'JP' }),
    ...(has('postalCode') && { postal_code: text(values.postalCode) || null }),
    ...(changed.some((field) => field.startsWith('address')) && {
      address: [address1, address2, address3, address4, address5].map(text),
    }),
    ...(has('phone') && { phone: text(values.phone) || null }),
    ...(has('fax') && { fax: text(values.fax) || null }),
  };
}

/** One event a mail goes out for, with the person's values; one more for the organization's log when its data changed. */
function eventsOf(
  before: Account,
  after: Account,
  changed: readonly AccountFieldName[],
  reason: string | null,
): NewEvent[] {
  const { userId, organizationId } = before;
  const ofOrganization = changed.filter(isOrganizationField);
  const ofPerson = changed.filter((field) => !isOrganizationField(field));
  const data = { user: userId, organization: organizationId, byOperator: reason !== null };
  const why = reason === null ? {} : { reason };
  const events: NewEvent[] = [
    {
      what: 'account.changed',
      subject: `user/${userId}`,
      data: { ...data, fields: changed },
      details: { ...pick(before, after, ofPerson), ...why },
    },
  ];
  if (changed.includes('news'))
    events.push(newsEvent(userId, organizationId, after.values.news === true, newsWayOf({ reason })));
  if (ofOrganization.length > 0) {
    events.push({
      what: 'organization.changed',
      subject: `organization/${organizationId}`,
      data: { ...data, fields: ofOrganization },
      details: { ...pick(before, after, ofOrganization), ...why },
    });
  }
  return events;
}

function pick(before: Account, after: Account, fields: readonly AccountFieldName[]) {
  const only = ({ values }: Account) => Object.fromEntries(fields.map((field) => [field, values[field] ?? '']));
  return { before: only(before), after: only(after) };
}
