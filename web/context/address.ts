/** Where the app stands: which site, and below which path its pages lie. */
export type SiteAddress = { site: string | null; basePath: string };

const siteName = /^\/([a-z][a-z0-9-]*)(?:\/|$)/;

/**
 * A site has its own path (`/conference/…`) or its own host; in the second case the server names the site in a meta element.
 * On `/` of a shared host no site is chosen yet.
 */
export function readAddress(pathname: string, siteOfHost: string | null): SiteAddress {
  if (siteOfHost) return { site: siteOfHost, basePath: '/' };
  const found = siteName.exec(pathname);
  return found?.[1] ? { site: found[1], basePath: `/${found[1]}` } : { site: null, basePath: '/' };
}

const meta = typeof document === 'undefined' ? null : document.querySelector('meta[name="engawa-site"]');
const address =
  typeof location === 'undefined'
    ? { site: null, basePath: '/' }
    : readAddress(location.pathname, meta?.getAttribute('content') ?? null);

/** The site this page belongs to; another site is another page load, so nothing of one is ever in memory beside the other. */
export const siteId: string = address.site ?? '';
export const basePath: string = address.basePath;

/** The address to come back to after login: only a path inside this site, never another host. */
export function safeReturn(text: string | undefined): string {
  if (!text || !text.startsWith('/') || /^\/[/\\]/.test(text) || /[\p{Cc}\\]/u.test(text)) return '/';
  return text;
}
