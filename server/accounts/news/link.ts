import type { App, Site } from '../../kernel/app.ts';
import { readSignedId, signedId } from '../signed-id.ts';

const purpose = 'news';

export function newsToken(app: App, siteId: string, userId: string): string {
  return signedId(app, purpose, siteId, userId);
}

/** The user whose news a token withdraws, when its signature is right. */
export function readNewsToken(app: App, siteId: string, token: string): string | null {
  return readSignedId(app, purpose, siteId, token);
}

/** The page where a person withdraws; the token stands behind `#`, so it reaches no server log. */
export function newsPage(site: Site, token: string): string {
  return `${site.address}/news#${token}`;
}

/**
 * How a mail program withdraws by itself (RFC 8058): it posts to this address, without cookies, and whoever opens it gets the page. It cannot stand
 * behind `#`, since the program has to send it.
 */
export function newsHeaders(site: Site, token: string): Record<string, string> {
  const address = `${new URL(site.address).origin}/api/${site.id}/news-withdrawals/${token}`;
  return { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
