import { timingSafeEqual } from 'node:crypto';
import type { App, Site } from '../../kernel/app.ts';
import { after, daysMs } from '../../kernel/clock.ts';
import { keyedHash } from '../../kernel/seal.ts';

const idBytes = 16;
/** So long after the sign-up the link in its mails withdraws it; later the desk does. */
const withdrawableMs = 30 * daysMs;

/** When a sign-up of that instant can no longer be withdrawn by its link. */
export function withdrawableUntil(signedUpAt: Date): Date {
  return after(signedUpAt, withdrawableMs);
}

function sign(app: App, siteId: string, signUpId: string): Buffer {
  return keyedHash(app.keys.proofs, 'withdraw', siteId, signUpId);
}

/** The secret of the link in the sign-up's mails: it names the sign-up and is signed, so nothing has to be stored (0002). */
export function withdrawalToken(app: App, siteId: string, signUpId: string): string {
  const id = Buffer.from(signUpId.replaceAll('-', ''), 'hex');
  return Buffer.concat([id, sign(app, siteId, signUpId)]).toString('base64url');
}

/** The page where somebody takes a sign-up back. The token stands behind `#`, so it reaches no server log. */
export function withdrawalLink(app: App, site: Site, signUpId: string): string {
  return `${site.address}/withdraw#${withdrawalToken(app, site.id, signUpId)}`;
}

/** The sign-up that a token names, when its signature is right. */
export function readWithdrawalToken(app: App, siteId: string, token: string): string | null {
  const bytes = Buffer.from(token, 'base64url');
  const hex = bytes.subarray(0, idBytes).toString('hex');
  const signUpId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const given = bytes.subarray(idBytes);
  const right = sign(app, siteId, signUpId);
  return given.length === right.length && timingSafeEqual(given, right) ? signUpId : null;
}
