import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { App, Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import {
  algorithms,
  newChallenge,
  relyingParty,
  takeChallenge,
  userHandle,
  verifyAssertion,
  verifyRegistration,
  type Asked,
} from './ceremonies.ts';

export async function passkeysOf(db: Database | Tx, siteId: string, userId: string) {
  return db
    .selectFrom('passkeys')
    .select(['id', 'credential_id', 'transports', 'name', 'synced', 'added_at', 'last_used_at'])
    .where('site_id', '=', siteId)
    .where('user_id', '=', userId)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
}

/** What the browser needs to make a passkey that is found without a login ID and asks who holds it. */
export async function registrationOptions(
  app: App,
  tx: Tx,
  site: Site,
  user: { id: string; loginId: string; name: string; browserId: string },
  now: Date,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await import('@simplewebauthn/server');
  const known = await passkeysOf(tx, site.id, user.id);
  return generateRegistrationOptions({
    rpName: site.name[site.languages[0] ?? 'ja'],
    rpID: relyingParty(site).id,
    userName: user.loginId,
    userDisplayName: user.name || user.loginId,
    userID: new Uint8Array(userHandle(app, site.id, user.id)),
    challenge: await newChallenge(tx, site, { purpose: 'register', browserId: user.browserId, userId: user.id }, now),
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: known.map((one) => ({
      id: one.credential_id.toString('base64url'),
      transports: one.transports,
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** Stores a passkey that was made for these options; null when it does not fit them or is there already. */
export async function addPasskey(
  tx: Tx,
  site: Site,
  user: { id: string; browserId: string },
  name: string,
  response: RegistrationResponseJSON,
  now: Date,
): Promise<string | null> {
  const asked: Asked = { purpose: 'register', browserId: user.browserId, userId: user.id };
  const challenge = await takeChallenge(tx, site, asked, response.response.clientDataJSON, now);
  const made = challenge === null ? null : await verifyRegistration(site, challenge, response);
  if (!made) return null;
  const added = await tx
    .insertInto('passkeys')
    .values({
      site_id: site.id,
      id: newId(),
      user_id: user.id,
      credential_id: made.credentialId,
      public_key: made.publicKey,
      sign_count: made.signCount,
      transports: made.transports,
      name,
      synced: made.synced,
      added_at: now,
      last_used_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added?.id ?? null;
}

/** What the browser needs to use a passkey; without `userId` the person chooses among those it knows for this host. */
export async function assertionOptions(
  tx: Tx,
  site: Site,
  asked: Asked,
  now: Date,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
  const known = asked.userId === null ? [] : await passkeysOf(tx, site.id, asked.userId);
  return generateAuthenticationOptions({
    rpID: relyingParty(site).id,
    challenge: await newChallenge(tx, site, asked, now),
    allowCredentials: known.map((one) => ({
      id: one.credential_id.toString('base64url'),
      transports: one.transports,
    })),
    userVerification: 'required',
  });
}

/** Whose passkey has answered, when all is as it must be: site, challenge, origin, signature, counter, person verified. */
export async function usePasskey(
  app: App,
  tx: Tx,
  site: Site,
  asked: Asked,
  response: AuthenticationResponseJSON,
  now: Date,
): Promise<{ passkeyId: string; userId: string } | null> {
  const challenge = await takeChallenge(tx, site, asked, response.response.clientDataJSON, now);
  if (challenge === null) return null;
  const row = await tx
    .selectFrom('passkeys')
    .select(['id', 'user_id', 'credential_id', 'public_key', 'sign_count', 'transports'])
    .where('site_id', '=', site.id)
    .where('credential_id', '=', Buffer.from(response.id, 'base64url'))
    .forUpdate()
    .executeTakeFirst();
  if (!row || (asked.userId !== null && asked.userId !== row.user_id)) return null;
  const handle = response.response.userHandle;
  const own = userHandle(app, site.id, row.user_id);
  if (handle === undefined ? asked.userId === null : !own.equals(Buffer.from(handle, 'base64url'))) return null;
  const verified = await verifyAssertion(site, challenge, response, {
    credentialId: row.credential_id,
    publicKey: row.public_key,
    signCount: row.sign_count,
    transports: row.transports,
  });
  if (!verified) return null;
  await tx
    .updateTable('passkeys')
    .set({ sign_count: verified.signCount, synced: verified.synced, last_used_at: now })
    .where('site_id', '=', site.id)
    .where('id', '=', row.id)
    .execute();
  return { passkeyId: row.id, userId: row.user_id };
}

export async function renamePasskey(
  tx: Tx,
  siteId: string,
  userId: string,
  id: string,
  name: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('passkeys')
    .set({ name })
    .where('site_id', '=', siteId)
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function dropPasskey(tx: Tx, siteId: string, userId: string, id: string): Promise<string | null> {
  const dropped = await tx
    .deleteFrom('passkeys')
    .where('site_id', '=', siteId)
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .returning('name')
    .executeTakeFirst();
  return dropped?.name ?? null;
}
