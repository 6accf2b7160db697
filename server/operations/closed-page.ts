import { secondsUntilEnd } from '../../domain/notices/period.ts';
import { instantText, zoneName } from '../../domain/site/instant-text.ts';
import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import { siteOfHost, type App, type Closure, type Site } from '../kernel/app.ts';
import { isDatabaseAway } from '../kernel/database.ts';
import { readCookies, readTokens } from '../kernel/http/cookies.ts';
import { closedTo } from '../kernel/http/maintenance.ts';
import { languageOf } from '../kernel/http/present.ts';
import { securityHeaders } from '../kernel/http/security-headers.ts';
import { escapeHtml } from '../mail/html.ts';
import { renderSafely } from '../notices/render.ts';

const looksAgainSeconds = 30;

/**
 * The answer to a page of a site that is closed to this caller, or whose database is away; null when the page may come.
 * It needs no database, no script and no file (P-04).
 */
export async function closedPage(app: App, request: Request): Promise<Response | null> {
  const url = new URL(request.url);
  const site = siteOfHost(app, url.host) ?? app.sites.get(url.pathname.split('/')[1] ?? '');
  if (!site || /\.\w+$/.test(url.pathname) || url.pathname.startsWith('/assets/')) return null;
  const language = languageOfPage(url, request);
  const now = app.clock.now();
  try {
    const closure = await app.closureOf(site, now);
    if (!closure || isEntry(site, url)) return null;
    const jar = readCookies(request.headers.get('cookie') ?? undefined);
    const tokens = readTokens(site.id, jar);
    const session = tokens && (await app.authenticate(site, tokens, now));
    if (!closedTo({}, session)) return null;
    return page(site, request, language, closure, secondsUntilEnd(closure, now));
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    return page(site, request, language, null, looksAgainSeconds);
  }
}

/** The one page that opens while a site is closed: where operators log in. */
function isEntry(site: Site, url: URL): boolean {
  const path = `${site.origin ? '' : `/${site.id}`}/login`;
  return url.pathname === path && url.searchParams.get('for') === 'operators';
}

function languageOfPage(url: URL, request: Request): Language {
  const asked = url.searchParams.get('lang') ?? readCookies(request.headers.get('cookie') ?? undefined)['language'];
  return asked === 'ja' || asked === 'en' ? asked : languageOf(request.headers.get('accept-language'));
}

function page(
  site: Site,
  request: Request,
  language: Language,
  closure: Closure | null,
  retryAfterSeconds: number,
): Response {
  const headers = {
    ...securityHeaders,
    'content-type': 'text/html; charset=utf-8',
    'content-language': language,
    'cache-control': 'no-store',
    'retry-after': String(retryAfterSeconds),
  };
  const html = write(site, new URL(request.url), language, closure);
  return new Response(request.method === 'HEAD' ? null : html, { status: 503, headers });
}

function write(site: Site, url: URL, language: Language, closure: Closure | null): string {
  const say = translatorFor(language, 'closed');
  const words = (key: string) => escapeHtml(say(key));
  const kind = closure ? 'maintenance' : 'away';
  const name = escapeHtml(site.name[language]);
  const other = language === 'ja' ? 'en' : 'ja';
  const base = site.origin ? '' : `/${site.id}`;
  const otherUrl = new URL(url);
  otherUrl.searchParams.set('lang', other);
  const until = closure
    ? `<dl><dt>${words('maintenance.until')}</dt><dd>${escapeHtml(instantText(closure.endsAt, language, site.timeZone))}
      <small>${escapeHtml(zoneName(closure.endsAt, language, site.timeZone))}</small></dd></dl>
      <div class="text">${renderSafely(closure.body[language])}</div>`
    : '';
  const operators = closure ? `<p><a href="${base}/login?for=operators">${words('operators')}</a></p>` : '';
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<meta http-equiv="refresh" content="${looksAgainSeconds}"><title>${words(`${kind}.title`)} | ${name}</title>
<style>${style(site.brand.colour)}</style></head><body>
<header><div><b>${name}</b><a lang="${other}" href="${escapeHtml(otherUrl.pathname + otherUrl.search)}">${words('otherLanguage')}</a></div></header>
<main><h1>${words(`${kind}.title`)}</h1><p>${words(`${kind}.text`)}</p>${until}<p>${words(`${kind}.kept`)}</p>
<p class="again"><a class="button" href="">${words('retry')}</a> <span>${words('refreshes')}</span></p></main>
<footer><div><h2>${words('contact')}</h2><p>${escapeHtml(site.contact.text[language])}<br>
<a href="mailto:${escapeHtml(site.contact.mail)}">${escapeHtml(site.contact.mail)}</a></p>${operators}</div></footer>
</body></html>`;
}

/** The colours of the web app's theme; this page stands when nothing of that can be fetched. */
function style(brand: string): string {
  return `:root{color-scheme:light dark;--canvas:light-dark(#f5f6f8,#131518);--surface:light-dark(#fff,#1d2024);--ink:light-dark(#1a1a1c,#f1f2f4);--soft:light-dark(#4b4f57,#bcc1c9);--line:light-dark(#d5d8de,#3b4047);--link:light-dark(#0a3fb5,#9dbcff)}
*{box-sizing:border-box}body{margin:0;min-height:100dvh;display:flex;flex-direction:column;background:var(--canvas);color:var(--ink);font:16px/1.7 'Noto Sans JP','Hiragino Kaku Gothic ProN','Hiragino Sans','BIZ UDPGothic',Meiryo,system-ui,sans-serif;overflow-wrap:anywhere}
header,footer{background:var(--surface)}header{border-top:4px solid ${brand};border-bottom:1px solid var(--line)}footer{border-top:1px solid var(--line)}
header div,footer div,main{width:100%;max-width:48rem;margin-inline:auto;padding-inline:1.25rem}header div{display:flex;justify-content:space-between;align-items:center;gap:1rem;min-height:4rem}footer div{padding-block:1.5rem;font-size:.9375rem}
main{flex:1;padding-block:clamp(2rem,8vh,5rem)}h1{font-size:clamp(1.5rem,1.2rem + 1.2vw,2rem);line-height:1.45;margin:0 0 1rem}h2{font-size:.9375rem;margin:0}p{margin:0 0 1.25rem}
dl{margin:0 0 1.5rem;padding:1.25rem 1.5rem;background:var(--surface);border:1px solid var(--line);border-left:6px solid ${brand};border-radius:.5rem}dt{color:var(--soft);font-size:.9375rem}dd{margin:0;font-size:1.375rem;font-weight:700;font-variant-numeric:tabular-nums}small{font-size:.9375rem;font-weight:400;white-space:nowrap}
.text{margin-bottom:1.25rem;padding-left:1.25rem;border-left:3px solid var(--line)}.text>*{margin:0 0 .75rem}p.again{display:flex;flex-wrap:wrap;align-items:center;gap:.75rem 1rem}main span{color:var(--soft);font-size:.9375rem}
a{color:var(--link);text-underline-offset:.2em}a:hover{text-decoration-thickness:3px}a.button{display:inline-flex;align-items:center;min-height:3rem;padding:.5rem 1.5rem;border:1px solid;border-radius:.5rem;background:var(--surface);font-weight:700;text-decoration:none}a.button:hover{text-decoration:underline}
:focus-visible{outline:4px solid light-dark(#000,#ffd43d);outline-offset:2px;box-shadow:0 0 0 2px light-dark(#ffd43d,#000)}`;
}
