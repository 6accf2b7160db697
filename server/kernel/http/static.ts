import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { fileBody } from './file-body.ts';
import { securityHeaders } from './security-headers.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};
const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;
const yearSeconds = 365 * 24 * 3600;
const compressedEnding = /\.(br|gz|map)$/;

/**
 * Answers for the built web app: its files as they lie in `folder` (precompressed where there is one beside), and for any
 * other page address the app's first page, with 404 where no site has such a page. Only files listed at start are served, so no path can lead elsewhere.
 */
export async function staticFiles(
  folder: string,
  siteOfHost: (host: string) => string | null,
  isPage: (pathname: string) => boolean,
): Promise<(request: Request) => Promise<Response>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || compressedEnding.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, path)}`, path);
  }
  const index = join(folder, 'index.html');
  await stat(index);
  return async (request) => {
    const { pathname, host } = new URL(request.url);
    const file = files.get(pathname);
    if (!file && (pathname.startsWith('/assets/') || extname(pathname) !== ''))
      return new Response('not found', { status: 404, headers: securityHeaders });
    if (file) return serve(file, request, pathname.startsWith('/assets/'));
    const site = siteOfHost(host);
    if (site) return pageOfSite(index, site, request);
    return serve(index, request, false, isPage(pathname) ? 200 : 404);
  };
}

async function serve(path: string, request: Request, hashed: boolean, status = 200): Promise<Response> {
  const headers: Record<string, string> = {
    ...securityHeaders,
    'content-type': types[extname(path)] ?? 'application/octet-stream',
    'cache-control': hashed ? `public, max-age=${yearSeconds}, immutable` : 'no-cache',
    vary: 'accept-encoding',
  };
  const accepted = request.headers.get('accept-encoding') ?? '';
  for (const { name, ending } of encodings) {
    if (!accepted.includes(name)) continue;
    const packed = await fileBody(path + ending).catch(() => null);
    if (packed) return answerOf(packed, request, status, { ...headers, 'content-encoding': name });
  }
  return answerOf(await fileBody(path), request, status, headers);
}

function answerOf(
  { length, body }: Awaited<ReturnType<typeof fileBody>>,
  { method }: Request,
  status: number,
  headers: Record<string, string>,
): Response {
  return new Response(method === 'HEAD' ? null : body, {
    status,
    headers: { ...headers, 'content-length': String(length) },
  });
}

/** At a host that is one site's own, the page itself says which: no path does. A site's ID needs no escaping. */
async function pageOfSite(index: string, site: string, request: Request): Promise<Response> {
  const html = (await readFile(index, 'utf8')).replace('<head>', `<head><meta name="engawa-site" content="${site}">`);
  const headers = { ...securityHeaders, 'content-type': types['.html'] ?? '', 'cache-control': 'no-cache' };
  return new Response(request.method === 'HEAD' ? null : html, { headers });
}
