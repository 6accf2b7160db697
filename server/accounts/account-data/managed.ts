import { sql } from 'kysely';
import { roles, type OrganizationKind, type Role } from '../../../domain/accounts/permissions.ts';
import { reachable } from '../../kernel/access.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { countUpTo, offsetOf } from '../../kernel/http/list.ts';
import { asSearched } from '../../kernel/search.ts';
import type { Scope } from '../../kernel/session.ts';
import { outsideId } from '../../kernel/ids.ts';
import { isLocked } from '../login-counters.ts';
import { findAccount, type Account } from './account.ts';

export const accountSorts = [
  'organization',
  'loginId',
  'user',
  'mail',
  'kind',
  'country',
  'role',
  'state',
  'signedUp',
  'lastLogin',
] as const;
type Key = (typeof accountSorts)[number];
export type AccountSort = Key | `-${Key}`;
/** How far a user has come: was mailed a link, has a password to be changed first, is kept out for now, has an address to prove, is in use, or has left and is still kept. */
export const accountStates = ['invited', 'temporary', 'locked', 'unproved', 'active', 'left'] as const;
export type AccountState = (typeof accountStates)[number];
export type AccountFilter = {
  organization: string;
  user: string;
  kind: OrganizationKind | null;
  state: AccountState | null;
};
type Page = { page: number; pageSize: number; sort?: AccountSort | undefined };

/** The login ID of the user `u`; who has left has none any more. */
const ownLoginId = sql<string | null>`case when u.ended_at is null then u.login_id end`;

/** The state of the user `u`; null where an organization has none. */
function stateAt(now: Date) {
  return sql<AccountState | null>`case when u.id is null then null when u.ended_at is not null then 'left' when u.password_hash = '!' then 'invited'
    when u.password_temporary or u.password_initial then 'temporary' when ${isLocked(now)} then 'locked'
    when u.mail_unproved_since is not null then 'unproved' else 'active' end`;
}

/** Organizations that the caller may read, each with its users; one without users is there, too. Who has left, or whose organization has closed, only where they are asked for. */
function accountsOf(db: Database, scope: Scope, { organization, user, kind, state }: AccountFilter) {
  let matching = db
    .selectFrom('organizations as o')
    .leftJoin('users as u', (join) =>
      join
        .onRef('u.site_id', '=', 'o.site_id')
        .onRef('u.organization_id', '=', 'o.id')
        .on('u.erased_at', 'is', null)
        .on('u.ended_at', state === 'left' ? 'is not' : 'is', null),
    )
    .where('o.site_id', '=', scope.siteId)
    .where('o.id', 'in', reachable(scope, 'read'));
  // Who has left is found where they were, though it may be closed by now.
  matching = state === 'left' ? matching.where('u.id', 'is not', null) : matching.where('o.closed_at', 'is', null);
  if (kind) matching = matching.where('o.kind', '=', kind);
  if (state && state !== 'left') matching = matching.where(stateAt(scope.now), '=', state);
  if (organization)
    matching = matching.where(sql<boolean>`lower(normalize(o.name, NFKC)) like ${asSearched(organization)}`);
  if (user) {
    const text = sql`lower(normalize(concat_ws(' ', ${ownLoginId}, u.name, u.kana, u.mail), NFKC))`;
    matching = matching.where(sql<boolean>`${text} like ${asSearched(user)}`);
  }
  return matching;
}

const placesAt = (now: Date) => ({
  organization: sql`o.name collate "C"`,
  loginId: sql`lower(${ownLoginId})`,
  user: sql`u.name collate "C"`,
  mail: sql`lower(u.mail)`,
  kind: sql`o.kind`,
  country: sql`o.country`,
  role: sql`array_position(${sql.lit(`{${roles.join()}}`)}::text[], u.role)`,
  state: sql`array_position(${sql.lit(`{${accountStates.join()}}`)}::text[], ${stateAt(now)})`,
  signedUp: sql`o.created_at`,
  lastLogin: sql`u.last_login_at`,
});

/** The organizations and users of a site in order; by themselves the newest organization first. */
export function accountRows(db: Database, scope: Scope, filter: AccountFilter, sort: AccountSort = '-signedUp') {
  const down = sort.startsWith('-');
  return accountsOf(db, scope, filter)
    .select(['o.id as organization_id', 'o.name as organization', 'o.kind', 'o.country', 'o.created_at'])
    .select(['u.id', 'u.name', 'u.mail', 'u.role', 'u.last_login_at', 'u.ended_at'])
    .select(ownLoginId.as('login_id'))
    .select(stateAt(scope.now).as('state'))
    .orderBy(placesAt(scope.now)[sort.replace(/^-/, '') as Key], (order) =>
      down ? order.desc().nullsLast() : order.asc().nullsLast(),
    )
    .orderBy('o.created_at', 'desc')
    .orderBy('o.id', 'desc')
    .orderBy('u.created_at')
    .orderBy('u.id');
}

/** A page of them for the operators of a site (P-26). */
export async function listAccounts(app: App, scope: Scope, filter: AccountFilter, paging: Page) {
  const totals = await countUpTo(app.db, accountsOf(app.db, scope, filter));
  const rows = await accountRows(app.db, scope, filter, paging.sort)
    .limit(paging.pageSize)
    .offset(offsetOf(paging))
    .execute();
  const items = rows.map((row) => ({
    organization: {
      id: outsideId('organization', row.organization_id),
      name: row.organization,
      kind: row.kind as OrganizationKind,
      country: row.country,
      createdAt: row.created_at.toISOString(),
    },
    user:
      row.id === null
        ? null
        : {
            id: outsideId('user', row.id),
            loginId: row.login_id ?? '',
            name: row.name ?? '',
            mail: row.mail ?? '',
            role: row.role as Role,
            state: row.state ?? 'active',
            lastLoginAt: row.last_login_at?.toISOString() ?? null,
            leftAt: row.ended_at?.toISOString() ?? null,
          },
  }));
  return { items, ...totals, page: paging.page, pageSize: paging.pageSize };
}

/**
 * A user's account when the caller may read the organization; another's reads like one that is not there, and so does that of who has left,
 * unless what is kept of them is asked for.
 */
export async function findManagedAccount(
  db: Database | Tx,
  site: Site,
  scope: Scope,
  userId: string,
  of: 'in-use' | 'kept' = 'in-use',
): Promise<Account | null> {
  const reached = await db
    .selectFrom('users')
    .select('id')
    .where('site_id', '=', scope.siteId)
    .where('id', '=', userId)
    .where('organization_id', 'in', reachable(scope, 'read'))
    .executeTakeFirst();
  return reached ? findAccount(db, site, userId, { of }) : null;
}

/** Whether there is such a person in the caller's reach, one who has left included, as their data are kept. */
export async function isKept(db: Database | Tx, scope: Scope, userId: string): Promise<boolean> {
  const found = await db
    .selectFrom('users')
    .select('id')
    .where('site_id', '=', scope.siteId)
    .where('id', '=', userId)
    .where('erased_at', 'is', null)
    .where('organization_id', 'in', reachable(scope, 'read'))
    .executeTakeFirst();
  return found !== undefined;
}
