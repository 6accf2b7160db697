import { proofEnds } from '../../domain/accounts/proofs.ts';
import { linkLife, type MaintenanceAddress } from '../../domain/maintenance-addresses/addresses.ts';
import type { Language } from '../../domain/site/languages.ts';
import { hashLink, linkSecret } from '../accounts/proofs.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { versionOf } from '../kernel/http/version.ts';
import { newId } from '../kernel/ids.ts';
import type { Scope } from '../kernel/session.ts';

export type AddressRow = {
  id: string;
  mail: string;
  language: Language;
  proofExpiresAt: Date;
  provedAt: Date | null;
};

/** Changes of one organization's addresses come one after the other. */
export async function lockAddresses(tx: Tx, scope: Scope): Promise<void> {
  await tx
    .selectFrom('organizations')
    .select('id')
    .where('site_id', '=', scope.siteId)
    .where('id', '=', scope.organizationId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}

/** The addresses of the caller's own organization, in the order in which they were added. */
export async function ownAddresses(db: Database | Tx, scope: Scope): Promise<AddressRow[]> {
  const rows = await db
    .selectFrom('maintenance_addresses')
    .select(['id', 'mail', 'language', 'proof_expires_at as proofExpiresAt', 'proved_at as provedAt'])
    .where('site_id', '=', scope.siteId)
    .where('organization_id', '=', scope.organizationId)
    .where('ended_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, language: row.language as Language }));
}

export function versionOfAddresses(rows: readonly AddressRow[]): string {
  return versionOf(rows.map(({ id, mail, language }) => ({ id, mail, language })));
}

/** Where mails go as long as none of the addresses is proved: to the account's own. */
export async function accountAddresses(db: Database | Tx, scope: Scope): Promise<string[]> {
  const rows = await db
    .selectFrom('users')
    .select('mail')
    .distinct()
    .where('site_id', '=', scope.siteId)
    .where('organization_id', '=', scope.organizationId)
    .where('role', '=', 'owner')
    .where('mail', '<>', '')
    .where('ended_at', 'is', null)
    .where('erased_at', 'is', null)
    .orderBy('mail')
    .execute();
  return rows.map(({ mail }) => mail);
}

/** What a link is known by, from now on; the one before is no good any more. */
function newLink(app: App, site: Site, now: Date) {
  const proofId = newId();
  return {
    proof_id: proofId,
    secret_hash: hashLink(linkSecret(app, site.id, proofId)),
    asked_at: now,
    proof_expires_at: proofEnds(linkLife, now, site.timeZone),
  };
}

/** Adds addresses that wait for their proof; their IDs. */
export async function addAddresses(
  app: App,
  tx: Tx,
  site: Site,
  scope: Scope,
  added: readonly MaintenanceAddress[],
): Promise<string[]> {
  const rows = added.map(({ mail, language }) => ({
    site_id: scope.siteId,
    id: newId(),
    organization_id: scope.organizationId,
    mail,
    language,
    added_by: scope.userId,
    added_at: scope.now,
    ...newLink(app, site, scope.now),
    proved_at: null,
    ended_at: null,
  }));
  if (rows.length > 0) await tx.insertInto('maintenance_addresses').values(rows).execute();
  return rows.map(({ id }) => id);
}

/** Makes another link for an address. */
export async function renewLink(app: App, tx: Tx, site: Site, scope: Scope, id: string): Promise<void> {
  await own(tx, scope, [id])
    .set(newLink(app, site, scope.now))
    .execute();
}

export async function setLanguage(tx: Tx, scope: Scope, id: string, language: Language): Promise<void> {
  await own(tx, scope, [id]).set({ language }).execute();
}

/** Addresses that get nothing from now on; kept, so that they can be told, until their organization is erased. */
export async function endAddresses(tx: Tx, scope: Scope, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await own(tx, scope, ids).set({ ended_at: scope.now }).execute();
}

function own(tx: Tx, scope: Scope, ids: readonly string[]) {
  return tx
    .updateTable('maintenance_addresses')
    .where('site_id', '=', scope.siteId)
    .where('organization_id', '=', scope.organizationId)
    .where('id', 'in', [...ids])
    .where('ended_at', 'is', null);
}

/** The address that a link is to prove, locked: of an open organization, not proved yet, and the newest link. */
export async function findByLink(tx: Tx, site: Site, token: string, now: Date) {
  return tx
    .selectFrom('maintenance_addresses as a')
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'a.site_id').onRef('o.id', '=', 'a.organization_id'),
    )
    .select(['a.id', 'a.mail', 'a.organization_id as organizationId', 'a.proof_expires_at as expiresAt', 'o.name'])
    .where('a.site_id', '=', site.id)
    .where('a.secret_hash', '=', hashLink(token))
    .where('a.proof_expires_at', '>', now)
    .where('a.proved_at', 'is', null)
    .where('a.ended_at', 'is', null)
    .where('o.closed_at', 'is', null)
    .forUpdate('a')
    .executeTakeFirst();
}
