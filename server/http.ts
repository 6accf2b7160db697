import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { allRoutes, capabilities } from './capabilities.ts';
import { siteOfHost, type App } from './kernel/app.ts';
import { fileBody } from './kernel/http/file-body.ts';
import { createApi } from './kernel/http/server.ts';
import { languageOf, writeProblem } from './kernel/http/present.ts';
import { platformProblem } from './kernel/http/problem.ts';
import { securityHeaders } from './kernel/http/security-headers.ts';
import { staticFiles } from './kernel/http/static.ts';
import { newId } from './kernel/ids.ts';
import { openApiFile } from './openapi.ts';
import { closedPage } from './operations/closed-page.ts';
import { healthRoutes } from './operations/health.ts';

const webFolder = join(import.meta.dirname, '..', 'web', 'dist');

/** Everything the server answers over HTTP: health, the API, the demo's mailbox, the web app. */
export async function createHttp(
  app: App,
  mailbox: Hono | null,
  health: Parameters<typeof healthRoutes>[1],
): Promise<Hono> {
  const hono = new Hono();
  hono.route('/', healthRoutes(app, health));
  // Millions of signs that are asked for now and then: read then, not kept.
  hono.get('/api/openapi.json', async () => {
    const { length, body } = await fileBody(fileURLToPath(openApiFile));
    const headers = {
      'content-type': 'application/json',
      'cache-control': 'no-cache',
      'content-length': String(length),
    };
    return new Response(body, { headers: { ...securityHeaders, ...headers } });
  });
  hono.route(
    '/',
    createApi(app, {
      routes: allRoutes,
      optional: new Set(capabilities.filter((capability) => capability.optional).map((capability) => capability.name)),
      addressOf: ({ env }) => plainAddress((env as Partial<HttpBindings>).incoming?.socket.remoteAddress),
      outgoing: ({ env }) => (env as Partial<HttpBindings>).outgoing,
    }),
  );
  hono.all('/api/*', (context) => {
    const { status, headers, text } = writeProblem(
      platformProblem('not-found'),
      languageOf(context.req.header('accept-language') ?? null),
      newId(),
    );
    return new Response(text, { status, headers: { ...headers, ...securityHeaders } });
  });
  if (mailbox) hono.route('/', mailbox);
  const isPage = (pathname: string) => pathname === '/' || app.sites.has(pathname.split('/')[1] ?? '');
  const serveFile = await staticFiles(webFolder, (host) => siteOfHost(app, host)?.id ?? null, isPage);
  hono.on(['GET', 'HEAD'], '*', async ({ req }) => (await closedPage(app, req.raw)) ?? serveFile(req.raw));
  return hono;
}

/** Where a request came from; an address of IPv4 as people write it, also where the socket is one of IPv6. */
function plainAddress(address = 'unknown'): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}
