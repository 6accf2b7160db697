import { randomBytes } from 'node:crypto';
import { checkTotp, totpSecretBytes, totpSecretText, totpUri } from '../../../domain/accounts/totp.ts';
import type { App, Site } from '../../kernel/app.ts';
import { after, minutesMs } from '../../kernel/clock.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { seal, unseal } from '../../kernel/seal.ts';

const setupLifeMs = 15 * minutesMs;

export type TotpSetup = { uri: string; secret: string; expiresAt: string };

const place = (siteId: string, userId: string) => `totp ${siteId} ${userId}`;

/** A secret that counts nothing until an app shows a right code of it; a second one replaces it. */
export async function beginTotp(
  app: App,
  tx: Tx,
  site: Site,
  user: { id: string; loginId: string; sessionId: string },
  now: Date,
): Promise<TotpSetup> {
  const secret = randomBytes(totpSecretBytes);
  const values = {
    session_id: user.sessionId,
    sealed_secret: seal(app.keys.rest, place(site.id, user.id), secret),
    expires_at: after(now, setupLifeMs),
  };
  await tx
    .insertInto('totp_setups')
    .values({ site_id: site.id, user_id: user.id, ...values })
    .onConflict((conflict) => conflict.columns(['site_id', 'user_id']).doUpdateSet(values))
    .execute();
  return present(site, user.loginId, secret, values.expires_at);
}

/** The setup that this session has begun, so that a reload of the page loses nothing. */
export async function findSetup(
  app: App,
  db: Database | Tx,
  site: Site,
  user: { id: string; loginId: string; sessionId: string },
  now: Date,
): Promise<TotpSetup | null> {
  const row = await selectSetup(db, site.id, user, now).executeTakeFirst();
  if (!row) return null;
  const secret = unseal(app.keys.rest, place(site.id, user.id), row.sealed_secret);
  return present(site, user.loginId, secret, row.expires_at);
}

function selectSetup(db: Database | Tx, siteId: string, user: { id: string; sessionId: string }, now: Date) {
  return db
    .selectFrom('totp_setups')
    .select(['sealed_secret', 'expires_at'])
    .where('site_id', '=', siteId)
    .where('user_id', '=', user.id)
    .where('session_id', '=', user.sessionId)
    .where('expires_at', '>', now);
}

function present(site: Site, loginId: string, secret: Uint8Array, expiresAt: Date): TotpSetup {
  const issuer = site.name[site.languages[0] ?? 'ja'];
  return {
    uri: totpUri(secret, issuer, loginId),
    secret: totpSecretText(secret),
    expiresAt: expiresAt.toISOString(),
  };
}

/** Switches the app on when the code is right; an app that was on before ends. */
export async function confirmTotp(
  app: App,
  tx: Tx,
  site: Site,
  user: { id: string; sessionId: string },
  code: string,
  now: Date,
): Promise<'on' | 'wrong' | 'gone'> {
  const setup = await selectSetup(tx, site.id, user, now).forUpdate().executeTakeFirst();
  if (!setup) return 'gone';
  const secret = unseal(app.keys.rest, place(site.id, user.id), setup.sealed_secret);
  const step = checkTotp(secret, code, null, now);
  if (step === null) return 'wrong';
  const values = { sealed_secret: setup.sealed_secret, last_step: step, added_at: now, last_used_at: null };
  await tx
    .insertInto('totp_secrets')
    .values({ site_id: site.id, user_id: user.id, ...values })
    .onConflict((conflict) => conflict.columns(['site_id', 'user_id']).doUpdateSet(values))
    .execute();
  await tx.deleteFrom('totp_setups').where('site_id', '=', site.id).where('user_id', '=', user.id).execute();
  return 'on';
}

/** Whether the code is right and was not used; from then on it is. */
export async function spendTotp(
  app: App,
  tx: Tx,
  siteId: string,
  userId: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const row = await tx
    .selectFrom('totp_secrets')
    .select(['sealed_secret', 'last_step'])
    .where('site_id', '=', siteId)
    .where('user_id', '=', userId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return false;
  const secret = unseal(app.keys.rest, place(siteId, userId), row.sealed_secret);
  const step = checkTotp(secret, code, row.last_step, now);
  if (step === null) return false;
  await tx
    .updateTable('totp_secrets')
    .set({ last_step: step, last_used_at: now })
    .where('site_id', '=', siteId)
    .where('user_id', '=', userId)
    .execute();
  return true;
}

export async function dropTotp(tx: Tx, siteId: string, userId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('totp_secrets')
    .where('site_id', '=', siteId)
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
