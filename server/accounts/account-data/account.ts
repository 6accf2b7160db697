import { accountFields, isOrganizationField, type AccountValues } from '../../../domain/accounts/account-data.ts';
import { changeableLoginId } from '../../../domain/accounts/login-id.ts';
import type { OrganizationKind, Role } from '../../../domain/accounts/permissions.ts';
import type { Language } from '../../../domain/site/languages.ts';
import { isMember } from '../../devices/club/membership.ts';
import type { Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { versionOf } from '../../kernel/http/version.ts';
import { outsideId } from '../../kernel/ids.ts';
import type { AccountView } from './schemas.ts';

const addressLines = 5;

export type Account = {
  userId: string;
  organizationId: string;
  kind: OrganizationKind;
  role: Role;
  loginId: string;
  mail: string;
  name: string;
  organization: string;
  createdAt: Date;
  lastLoginAt: Date | null;
  /** When they left; what is kept of them is as it was then, and they have no login ID. */
  leftAt: Date | null;
  values: AccountValues;
  version: string;
  /** Its organization has not given its data yet. */
  dataOwed: boolean;
};

function accountQuery(db: Database | Tx, siteId: string, userId: string, of: 'in-use' | 'kept') {
  const found = db
    .selectFrom('users as u')
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'u.site_id').onRef('o.id', '=', 'u.organization_id'),
    )
    .select(['u.id', 'u.login_id', 'u.name', 'u.mail', 'u.role', 'u.language', 'u.news', 'u.kana', 'u.department'])
    .select([
      'u.created_at',
      'u.last_login_at',
      'u.ended_at',
      'o.id as organization_id',
      'o.name as organization',
      'o.kind',
    ])
    .select(['o.data_owed', 'o.organization_form', 'o.country', 'o.postal_code', 'o.address', 'o.phone', 'o.fax'])
    .where('u.site_id', '=', siteId)
    .where('u.id', '=', userId)
    .where('u.erased_at', 'is', null);
  return of === 'kept' ? found : found.where('u.ended_at', 'is', null);
}

type Row = Awaited<ReturnType<ReturnType<typeof accountQuery>['executeTakeFirstOrThrow']>>;

/** A person's data with the organization's; `lock` keeps both as they are until the transaction ends, `kept` finds who has left, too. */
export async function findAccount(
  db: Database | Tx,
  site: Site,
  userId: string,
  { lock = false, of = 'in-use' }: { lock?: boolean; of?: 'in-use' | 'kept' } = {},
): Promise<Account | null> {
  const query = accountQuery(db, site.id, userId, of);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return null;
  const asksClub = accountFields(site.accounts, row.kind as OrganizationKind).some(({ field }) => field === 'club');
  return toAccount(site, row, asksClub && (await isMember(db, site.id, row.organization_id)));
}

function toAccount(site: Site, row: Row, club: boolean): Account {
  const kind = row.kind as OrganizationKind;
  const values = valuesOf(site, kind, row, club);
  return {
    userId: row.id,
    organizationId: row.organization_id,
    kind,
    role: row.role as Role,
    loginId: row.ended_at ? '' : row.login_id,
    mail: row.mail,
    name: row.name,
    organization: row.organization,
    createdAt: row.created_at,
    lastLoginAt: row.last_login_at,
    leftAt: row.ended_at,
    values,
    version: versionOf(values),
    dataOwed: row.data_owed,
  };
}

/** The stored data by the fields of the site's form. */
function valuesOf(site: Site, kind: OrganizationKind, row: Row, club: boolean): AccountValues {
  const lines = Object.fromEntries(
    Array.from({ length: addressLines }, (_, at) => [`address${at + 1}`, row.address[at] ?? '']),
  );
  const all: Record<string, string | boolean> = {
    ...lines,
    // Until it is asked for, an organization is known by its owner's address.
    company: row.data_owed && row.organization === row.mail ? '' : row.organization,
    organizationForm: row.organization_form ?? '',
    country: row.country,
    postalCode: row.postal_code ?? '',
    phone: row.phone ?? '',
    fax: row.fax ?? '',
    department: row.department ?? '',
    personInCharge: row.name,
    name: row.name,
    kana: row.kana ?? '',
    club,
    news: row.news,
  };
  const asked = accountFields(site.accounts, kind).flatMap(({ field }) => {
    const value = all[field];
    return value === undefined || value === '' ? [] : [[field, value] as const];
  });
  return { ...Object.fromEntries(asked), language: row.language as Language };
}

/** An account as its owner, or an operator, sees it. */
export function presentAccount(
  site: Site,
  account: Account,
  may: { changePerson: boolean; changeOrganization: boolean },
): AccountView {
  const fields = accountFields(site.accounts, account.kind).map(({ field, required }) => ({
    field: field as AccountView['fields'][number]['field'],
    required,
    editable: isOrganizationField(field) ? may.changeOrganization : may.changePerson,
  }));
  const rule = changeableLoginId(site.accounts, account.kind);
  const { name, loginId, mail, role } = account;
  return {
    user: {
      id: outsideId('user', account.userId),
      name,
      loginId,
      mail,
      role,
      createdAt: account.createdAt.toISOString(),
      lastLoginAt: account.lastLoginAt?.toISOString() ?? null,
      leftAt: account.leftAt?.toISOString() ?? null,
    },
    organization: {
      id: outsideId('organization', account.organizationId),
      name: account.organization,
      kind: account.kind,
    },
    fields: [...fields, { field: 'language', required: true, editable: may.changePerson }],
    values: account.values as AccountView['values'],
    version: account.version,
    loginIdRule: rule && { min: rule.min, max: rule.max, characters: rule.characters },
  };
}
