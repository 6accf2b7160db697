import { randomBytes } from 'node:crypto';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { App, Site } from '../../kernel/app.ts';
import { after, minutesMs } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/database.ts';
import { keyedHash } from '../../kernel/seal.ts';

/** What a passkey is asked to sign is good for one answer, within these minutes. */
const challengeLifeMs = 5 * minutesMs;
const challengeBytes = 32;

/** EdDSA, ES256 and RS256: what passkeys sign with today. */
export const algorithms = [-8, -7, -257];

export type Purpose = 'register' | 'log-in' | 'second-step';
/** `userId` is null when nobody has said yet who they are. */
export type Asked = { purpose: Purpose; browserId: string; userId: string | null };

export type StoredPasskey = { credentialId: Buffer; publicKey: Buffer; signCount: number; transports: string[] };
export type NewPasskey = Omit<StoredPasskey, 'signCount'> & { signCount: number; synced: boolean };

/** Whom passkeys are for. It comes out of the site's configuration, never out of a request's Host. */
export function relyingParty(site: Pick<Site, 'address'>): { origin: string; id: string } {
  const { origin, hostname } = new URL(site.address);
  return { origin, id: hostname };
}

/** The name that a passkey knows somebody by: tells nothing, and differs from site to site on one host. */
export function userHandle(app: App, siteId: string, userId: string): Buffer {
  return keyedHash(app.keys.proofs, 'passkey-user', siteId, userId);
}

export async function newChallenge(tx: Tx, site: Site, { purpose, browserId, userId }: Asked, now: Date) {
  const challenge = randomBytes(challengeBytes);
  await tx
    .insertInto('passkey_challenges')
    .values({
      site_id: site.id,
      challenge,
      purpose,
      browser_id: browserId,
      user_id: userId,
      expires_at: after(now, challengeLifeMs),
    })
    .execute();
  return new Uint8Array(challenge);
}

/** Takes the challenge that an answer claims to be for; null when it was never asked here, was answered, or is too old. */
export async function takeChallenge(
  tx: Tx,
  site: Site,
  { purpose, browserId, userId }: Asked,
  clientDataJSON: string,
  now: Date,
): Promise<string | null> {
  const claimed = challengeIn(clientDataJSON);
  if (claimed === null) return null;
  const taken = await tx
    .deleteFrom('passkey_challenges')
    .where('site_id', '=', site.id)
    .where('challenge', '=', Buffer.from(claimed, 'base64url'))
    .where('purpose', '=', purpose)
    .where('browser_id', '=', browserId)
    .where((eb) => (userId === null ? eb('user_id', 'is', null) : eb('user_id', '=', userId)))
    .returning('expires_at')
    .executeTakeFirst();
  return taken && taken.expires_at > now ? claimed : null;
}

function challengeIn(clientDataJSON: string): string | null {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString());
    const challenge = data !== null && typeof data === 'object' && 'challenge' in data ? data.challenge : null;
    return typeof challenge === 'string' ? challenge : null;
  } catch {
    return null;
  }
}

/** Checks what an authenticator made; null for whatever is not as it must be. */
export async function verifyRegistration(
  site: Site,
  expectedChallenge: string,
  response: RegistrationResponseJSON,
): Promise<NewPasskey | null> {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  try {
    if (await bringsCertificates(response.response.attestationObject)) return null;
    const { origin, id } = relyingParty(site);
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    });
    if (!verified) return null;
    const { credential, credentialBackedUp } = registrationInfo;
    return {
      credentialId: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      signCount: credential.counter,
      transports: credential.transports ?? [],
      synced: credentialBackedUp,
    };
  } catch {
    return null;
  }
}

/** We ask for no attestation. Who sends certificates all the same would have us fetch their revocation lists. */
async function bringsCertificates(attestationObject: string): Promise<boolean> {
  const { decodeAttestationObject } = await import('@simplewebauthn/server/helpers');
  const decoded = decodeAttestationObject(new Uint8Array(Buffer.from(attestationObject, 'base64url')));
  const statement = decoded.get('attStmt');
  return !['none', 'packed'].includes(decoded.get('fmt')) || statement.get('x5c') !== undefined;
}

/** Checks a signature and that the authenticator's counter did not fall; the new counter, or null. */
export async function verifyAssertion(
  site: Site,
  expectedChallenge: string,
  response: AuthenticationResponseJSON,
  passkey: StoredPasskey,
): Promise<{ signCount: number; synced: boolean } | null> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  try {
    const { origin, id } = relyingParty(site);
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: id,
      credential: {
        id: passkey.credentialId.toString('base64url'),
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.signCount,
        transports: passkey.transports,
      },
      requireUserVerification: true,
    });
    if (!verified) return null;
    return { signCount: authenticationInfo.newCounter, synced: authenticationInfo.credentialBackedUp };
  } catch {
    return null;
  }
}
