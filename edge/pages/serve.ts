import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Language } from '../../domain/site/languages.ts';
import { readCookie, readForm, refuseForeign } from './request.ts';
import { style } from './style.ts';
import { chooseLanguage } from './words.ts';

const requestTimeoutMs = 10_000;
const headersBytesMax = 8 * 1024;
const connectionsMax = 50;
const languageCookie = 'unit-language';
const languageKeptSeconds = 365 * 24 * 60 * 60;

const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** One request to a device's pages; `path` is the page that was asked for, or `/` when there is no such page to look at. */
export type Visit = {
  language: Language;
  path: string;
  query: URLSearchParams;
  form: ReadonlyMap<string, string>;
  cookie: (name: string) => string | undefined;
};

/** A page, or where to go on. */
export type Answer = { status: number; page: string } | { goTo: string; cookie?: { name: string; value: string } };

/** The pages of a device; a route is written as `GET /key`. */
export type Pages = {
  routes: readonly string[];
  handle: (route: string, visit: Visit) => Answer | Promise<Answer>;
  refusal: (visit: Visit, reason: 'not-found' | 'refused') => string;
};

export type RunningUnit = { url: string; close: () => Promise<void> };

/**
 * Serves the pages of a simulated device on this machine only.
 * @param port 0 takes a free one.
 * @throws Error when the port is taken.
 */
export async function servePages(pages: Pages, port: number): Promise<RunningUnit> {
  const server = createServer(
    { maxHeaderSize: headersBytesMax, requestTimeout: requestTimeoutMs },
    (request, response) => {
      void serve(pages, request, response).catch(() => {
        if (response.headersSent) response.destroy();
        else response.writeHead(500, headers).end();
      });
    },
  );
  server.maxConnections = connectionsMax;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(pages: Pages, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://unit.invalid');
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
  const route = `${method} ${url.pathname}`;
  const asked = url.searchParams.get('lang');
  const language = chooseLanguage(asked, readCookie(request, languageCookie), request.headers['accept-language']);
  const visit: Visit = {
    language,
    path: pages.routes.includes(`GET ${url.pathname}`) ? url.pathname : '/',
    query: url.searchParams,
    form: new Map(),
    cookie: (name) => readCookie(request, name),
  };
  const refuse = (status: number) => {
    // The rest of a refused body is not read, so the connection cannot be used again.
    response.setHeader('connection', 'close');
    send(response, { status, page: pages.refusal(visit, status === 404 ? 'not-found' : 'refused') });
  };

  if (asked === language)
    response.appendHeader(
      'set-cookie',
      `${languageCookie}=${language}; Path=/; SameSite=Lax; Max-Age=${languageKeptSeconds}`,
    );
  const foreign = refuseForeign(request, request.socket.localPort ?? 0);
  if (foreign) return refuse(foreign.status);
  if (route === 'GET /style.css') {
    response.writeHead(200, { ...headers, 'content-type': 'text/css; charset=utf-8' }).end(style);
    return;
  }
  if (!pages.routes.includes(route)) return refuse(404);
  const form = method === 'POST' ? await readForm(request) : new Map<string, string>();
  if ('status' in form) return refuse(form.status);
  send(response, await pages.handle(route, { ...visit, form }));
}

function send(response: ServerResponse, answer: Answer): void {
  if (!('goTo' in answer)) {
    response.writeHead(answer.status, { ...headers, 'content-type': 'text/html; charset=utf-8' }).end(answer.page);
    return;
  }
  if (answer.cookie)
    response.appendHeader(
      'set-cookie',
      `${answer.cookie.name}=${answer.cookie.value}; Path=/; HttpOnly; SameSite=Strict`,
    );
  response.writeHead(303, { ...headers, location: answer.goTo }).end();
}
