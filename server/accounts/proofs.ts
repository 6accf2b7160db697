import { createHash } from 'node:crypto';
import type { App, Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import { newId } from '../kernel/ids.ts';
import { keyedHash } from '../kernel/seal.ts';

/** Purposes of links that set a password: of a sign-up, of an account that was made for somebody, of a reset. */
const passwordLinks = ['sign-up-link', 'set-password', 'reset-link'] as const;

type LinkPurpose = (typeof passwordLinks)[number];
type CodePurpose = 'sign-up-code' | 'reset-code';
export type ProofPurpose = LinkPurpose | CodePurpose;

/**
 * The secret of a mailed link: HMAC of the proof's ID under a key outside the database. So the mail can be written
 * whenever it is sent, and nothing that opens an account rests in the database, in the queue of mails or in a log.
 */
export function linkSecret(app: App, siteId: string, proofId: string): string {
  return keyedHash(app.keys.proofs, 'link', siteId, proofId).toString('base64url');
}

/** The digits of a mailed code, made like a link's secret. */
export function codeSecret(app: App, siteId: string, proofId: string, digits: number): string {
  const value = keyedHash(app.keys.proofs, 'code', siteId, proofId).readBigUInt64BE() % 10n ** BigInt(digits);
  return String(value).padStart(digits, '0');
}

/** Of a link's secret only this is kept. */
export function hashLink(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** A code has too few digits for a bare hash: it is kept as one under a key, with the proof it belongs to. */
export function hashCode(app: App, siteId: string, proofId: string, code: string): Buffer {
  return keyedHash(app.keys.proofs, 'code-hash', siteId, proofId, code);
}

/** A code remembers the browser that asked for it. */
export type NewProof = ({ purpose: CodePurpose; digits: number; browserId: string } | { purpose: LinkPurpose }) & {
  signUpId?: string;
  userId?: string;
  expiresAt: Date;
};

/** Stores a proof; every earlier one for the same subject and purpose ends, so that only the newest counts. */
export async function createProof(app: App, tx: Tx, site: Site, now: Date, proof: NewProof): Promise<string> {
  const id = newId();
  let earlier = tx
    .updateTable('proofs')
    .set({ used_at: now })
    .where('site_id', '=', site.id)
    .where('purpose', '=', proof.purpose)
    .where('used_at', 'is', null);
  if (proof.signUpId) earlier = earlier.where('sign_up_id', '=', proof.signUpId);
  else earlier = earlier.where('user_id', '=', proof.userId ?? '');
  await earlier.execute();
  const secret_hash =
    'digits' in proof
      ? hashCode(app, site.id, id, codeSecret(app, site.id, id, proof.digits))
      : hashLink(linkSecret(app, site.id, id));
  await tx
    .insertInto('proofs')
    .values({
      site_id: site.id,
      id,
      purpose: proof.purpose,
      sign_up_id: proof.signUpId ?? null,
      user_id: proof.userId ?? null,
      secret_hash,
      created_at: now,
      expires_at: proof.expiresAt,
      used_at: null,
      tries: 0,
      browser_id: 'digits' in proof ? proof.browserId : null,
    })
    .execute();
  return id;
}

/** The proof behind the secret of a link that sets a password, locked, when it is still good. */
export async function findLink(tx: Tx, siteId: string, secret: string, now: Date) {
  return tx
    .selectFrom('proofs')
    .select(['id', 'purpose', 'sign_up_id', 'user_id', 'expires_at'])
    .where('site_id', '=', siteId)
    .where('secret_hash', '=', hashLink(secret))
    .where('purpose', 'in', passwordLinks)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst();
}

export async function useProof(tx: Tx, siteId: string, id: string, now: Date): Promise<void> {
  await tx.updateTable('proofs').set({ used_at: now }).where('site_id', '=', siteId).where('id', '=', id).execute();
}

/** Whether a secret once was, or still is, a link to set the password of an account: then a new one can be asked for. */
export async function wasResetLink(tx: Tx, siteId: string, secret: string): Promise<boolean> {
  const row = await tx
    .selectFrom('proofs')
    .select('id')
    .where('site_id', '=', siteId)
    .where('secret_hash', '=', hashLink(secret))
    .where('purpose', 'in', passwordLinks)
    .where('user_id', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends every link and code that was mailed to a user: the address counts no more, or there is a new password. */
export async function endProofs(tx: Tx, siteId: string, userId: string, now: Date): Promise<void> {
  await tx
    .updateTable('proofs')
    .set({ used_at: now })
    .where('site_id', '=', siteId)
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .execute();
}
