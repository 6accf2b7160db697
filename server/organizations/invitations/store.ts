import type { Language } from '../../../domain/site/languages.ts';
import { sql } from 'kysely';
import { roles, type Role } from '../../../domain/accounts/permissions.ts';
import { hashLink, linkSecret } from '../../accounts/proofs.ts';
import type { App, Site } from '../../kernel/app.ts';
import { after, hoursMs } from '../../kernel/clock.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import { asSearched } from '../../kernel/search.ts';
import type { Scope } from '../../kernel/session.ts';
import { lockOrganization } from '../lock.ts';

export type NewInvitation = {
  organizationId: string;
  mail: string;
  name: string;
  role: Role;
  language: Language;
  loginId: string | null;
  invitedBy: string | null;
  addressTaken: boolean;
};

/** Another link for an invitation; the one before ends with it. Its secret is derived, so nothing that opens rests anywhere. */
function newLink(app: App, site: Site, now: Date) {
  const link = newId();
  return {
    link_id: link,
    secret_hash: hashLink(linkSecret(app, site.id, link)),
    sent_at: now,
    expires_at: after(now, site.organizations.invitationHours * hoursMs),
  };
}

export async function insertInvitation(
  app: App,
  tx: Tx,
  site: Site,
  wished: NewInvitation,
  now: Date,
): Promise<string> {
  const id = newId();
  const { organizationId, mail, name, role, language, loginId, invitedBy, addressTaken } = wished;
  await tx
    .insertInto('invitations')
    .values({
      site_id: site.id,
      id,
      organization_id: organizationId,
      mail,
      name,
      role,
      language,
      login_id: loginId,
      invited_by: invitedBy,
      address_taken: addressTaken,
      created_at: now,
      ...newLink(app, site, now),
      ended_at: null,
      user_id: null,
    })
    .execute();
  return id;
}

export async function renewLink(
  app: App,
  tx: Tx,
  site: Site,
  id: string,
  addressTaken: boolean,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('invitations')
    .set({ ...newLink(app, site, now), address_taken: addressTaken })
    .where('site_id', '=', site.id)
    .where('id', '=', id)
    .execute();
}

/** Invitations of the caller's organization that were neither accepted nor withdrawn. */
export function openInvitations(db: Database | Tx, scope: Scope) {
  return db
    .selectFrom('invitations as i')
    .leftJoin('users as u', (join) => join.onRef('u.site_id', '=', 'i.site_id').onRef('u.id', '=', 'i.invited_by'))
    .where('i.site_id', '=', scope.siteId)
    .where('i.organization_id', '=', scope.organizationId)
    .where('i.ended_at', 'is', null);
}

export const invitationSorts = ['name', 'mail', 'role', 'sentAt', 'expiresAt'] as const;
type Key = (typeof invitationSorts)[number];
export type InvitationSort = Key | `-${Key}`;
export type InvitationFilter = { text: string; role: Role | null };

/** Those of them that are looked for. */
export function matchingInvitations(db: Database | Tx, scope: Scope, { text, role }: InvitationFilter) {
  let matching = openInvitations(db, scope);
  if (role) matching = matching.where('i.role', '=', role);
  if (text) {
    const searched = sql`lower(normalize(concat_ws(' ', i.name, i.mail, u.name), NFKC))`;
    matching = matching.where(sql<boolean>`${searched} like ${asSearched(text)}`);
  }
  return matching;
}

const places = {
  name: sql`i.name collate "C"`,
  mail: sql`lower(i.mail)`,
  role: sql`array_position(${sql.lit(`{${roles.join()}}`)}::text[], i.role)`,
  sentAt: sql`i.sent_at`,
  expiresAt: sql`i.expires_at`,
} as const;

/** Their rows in order; by themselves the newest first. */
export function invitationRows(
  db: Database | Tx,
  scope: Scope,
  filter: InvitationFilter,
  sort: InvitationSort = '-sentAt',
) {
  const key = sort.replace(/^-/, '') as Key;
  return matchingInvitations(db, scope, filter)
    .select(['i.id', 'i.name', 'i.mail', 'i.role', 'i.sent_at as sentAt', 'i.expires_at as expiresAt'])
    .select('u.name as inviter')
    .orderBy(places[key], sort.startsWith('-') ? 'desc' : 'asc')
    .orderBy('i.id', 'desc');
}

/** One of them, held with its organization; null for any other. */
export async function lockInvitation(tx: Tx, scope: Scope, id: string) {
  if (!(await lockOrganization(tx, scope.siteId, scope.organizationId))) return null;
  const row = await tx
    .selectFrom('invitations')
    .selectAll()
    .where('site_id', '=', scope.siteId)
    .where('organization_id', '=', scope.organizationId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** The invitation behind a link's secret while it is good and its organization is open. */
export async function findByLink(db: Database | Tx, siteId: string, secret: string, now: Date) {
  const row = await db
    .selectFrom('invitations as i')
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'i.site_id').onRef('o.id', '=', 'i.organization_id'),
    )
    .leftJoin('users as u', (join) => join.onRef('u.site_id', '=', 'i.site_id').onRef('u.id', '=', 'i.invited_by'))
    .select(['i.id', 'i.mail', 'i.name', 'i.role', 'i.language', 'i.login_id', 'i.expires_at'])
    .select(['o.id as organization_id', 'o.name as organization', 'o.kind', 'u.name as inviter'])
    .where('i.site_id', '=', siteId)
    .where('i.secret_hash', '=', hashLink(secret))
    .where('i.ended_at', 'is', null)
    .where('i.expires_at', '>', now)
    .where('o.closed_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** As `findByLink`, held with its organization until the transaction ends. */
export async function lockByLink(tx: Tx, siteId: string, secret: string, now: Date) {
  const seen = await findByLink(tx, siteId, secret, now);
  if (!seen || !(await lockOrganization(tx, siteId, seen.organization_id))) return null;
  return findByLink(tx, siteId, secret, now);
}

export async function endInvitation(tx: Tx, siteId: string, id: string, now: Date, userId?: string): Promise<void> {
  await tx
    .updateTable('invitations')
    .set({ ended_at: now, user_id: userId ?? null })
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .execute();
}
