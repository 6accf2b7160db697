import type { App, Site } from '../../kernel/app.ts';
import { after, daysMs } from '../../kernel/clock.ts';
import { readSignedId, signedId } from '../signed-id.ts';

const purpose = 'withdraw';
/** So long after the sign-up the link in its mails withdraws it; later the desk does. */
const withdrawableMs = 30 * daysMs;

/** When a sign-up of that instant can no longer be withdrawn by its link. */
export function withdrawableUntil(signedUpAt: Date): Date {
  return after(signedUpAt, withdrawableMs);
}

/** The secret of the link in the sign-up's mails. */
export function withdrawalToken(app: App, siteId: string, signUpId: string): string {
  return signedId(app, purpose, siteId, signUpId);
}

/** The page where somebody takes a sign-up back. The token stands behind `#`, so it reaches no server log. */
export function withdrawalLink(app: App, site: Site, signUpId: string): string {
  return `${site.address}/withdraw#${withdrawalToken(app, site.id, signUpId)}`;
}

/** The sign-up that a token names, when its signature is right. */
export function readWithdrawalToken(app: App, siteId: string, token: string): string | null {
  return readSignedId(app, purpose, siteId, token);
}
