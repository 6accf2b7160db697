import { sql } from 'kysely';
import type { Role } from '../../../domain/accounts/permissions.ts';
import { roles } from '../../../domain/accounts/permissions.ts';
import { asSearched } from '../../kernel/search.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import type { Scope } from '../../kernel/session.ts';
import { lockOrganization } from '../lock.ts';

export const memberSorts = ['name', 'loginId', 'mail', 'role', 'since', 'lastLogin'] as const;
type Key = (typeof memberSorts)[number];
export type MemberSort = Key | `-${Key}`;
export type MemberFilter = { text: string; role: Role | null };

/** The people of the caller's organization who have not left. */
export function matchingMembers(db: Database | Tx, scope: Scope, { text, role }: MemberFilter) {
  let matching = db
    .selectFrom('users as u')
    .where('u.site_id', '=', scope.siteId)
    .where('u.organization_id', '=', scope.organizationId)
    .where('u.erased_at', 'is', null)
    .where('u.ended_at', 'is', null);
  if (role) matching = matching.where('u.role', '=', role);
  if (text) {
    const searched = sql`lower(normalize(concat_ws(' ', u.name, u.kana, u.login_id, u.mail), NFKC))`;
    matching = matching.where(sql<boolean>`${searched} like ${asSearched(text)}`);
  }
  return matching;
}

const places = {
  name: sql`u.name collate "C"`,
  loginId: sql`lower(u.login_id)`,
  mail: sql`lower(u.mail)`,
  role: sql`array_position(${sql.lit(`{${roles.join()}}`)}::text[], u.role)`,
  since: sql`u.created_at`,
  lastLogin: sql`u.last_login_at`,
} as const;

/** Their rows in order; by themselves owners come first, then who has been there longest. */
export function memberRows(db: Database | Tx, scope: Scope, filter: MemberFilter, sort: MemberSort = 'role') {
  const down = sort.startsWith('-');
  const key = sort.replace(/^-/, '') as Key;
  return matchingMembers(db, scope, filter)
    .select(['u.id', 'u.name', 'u.login_id as loginId', 'u.mail', 'u.role', 'u.created_at as since'])
    .select('u.last_login_at as lastLogin')
    .orderBy(places[key], (order) => (down ? order.desc().nullsLast() : order.asc().nullsLast()))
    .orderBy('u.created_at')
    .orderBy('u.id');
}

export type MemberRow = Awaited<ReturnType<ReturnType<typeof memberRows>['execute']>>[number];

/** `actor`: the role that who asks has now, after whatever was decided while they waited; null when their account ended. */
export type Member = { role: Role; otherOwners: number; actor: Role | null };

/** Somebody of the caller's organization, which is locked first; null for anybody else. */
export async function lockMember(tx: Tx, scope: Scope, userId: string): Promise<Member | null> {
  if (!(await lockOrganization(tx, scope.siteId, scope.organizationId))) return null;
  const rows = await matchingMembers(tx, scope, { text: '', role: null })
    .select(['u.id', 'u.role'])
    .where((eb) => eb.or([eb('u.id', 'in', [userId, scope.userId]), eb('u.role', '=', 'owner')]))
    .execute();
  const roleOf = (wanted: string) => (rows.find(({ id }) => id === wanted)?.role ?? null) as Role | null;
  const role = roleOf(userId);
  const otherOwners = rows.filter((one) => one.id !== userId && one.role === 'owner').length;
  return role && { role, otherOwners, actor: roleOf(scope.userId) };
}
