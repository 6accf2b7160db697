import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { adminSession } from './admin-session.ts';
import { readFactoryFile } from './factory-file.ts';
import { type Frame, refusalPage } from './pages.ts';
import { readCookie, readForm, refuseForeign } from './request.ts';
import { type Answer, detour, routes, type Unit } from './routes.ts';
import type { UnitState } from './state.ts';
import { readState, writeState } from './state-file.ts';
import { style } from './style.ts';
import { chooseLanguage, wordsIn } from './words.ts';

const requestTimeoutMs = 10_000;
const headersBytesMax = 8 * 1024;
const connectionsMax = 50;
const languageCookie = 'unit-language';
const languageKeptSeconds = 365 * 24 * 60 * 60;
const getPaths = new Set(Object.keys(routes).flatMap((route) => (route.startsWith('GET ') ? [route.slice(4)] : [])));

const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
};

export type RunningUnit = { url: string; close: () => Promise<void> };

/**
 * Starts a simulated conference unit (K-12): its own small web pages on this machine only, without the portal and
 * without any network.
 * @param factoryFile path of what the factory wrote into it; `stateFile` path of its memory, made when missing.
 * @param port 0 takes a free one.
 * @throws Error when a file cannot be read or is not what it should be, or the port is taken.
 */
export async function runUnit({
  factoryFile,
  stateFile,
  port,
  now = () => new Date(),
}: {
  factoryFile: string;
  stateFile: string;
  port: number;
  now?: () => Date;
}): Promise<RunningUnit> {
  const factory = await readFactoryFile(factoryFile);
  const unit: Unit = { factory, ...memory(await readState(stateFile), stateFile), admin: adminSession(now), now };
  const server = createServer(
    { maxHeaderSize: headersBytesMax, requestTimeout: requestTimeoutMs },
    (request, response) => {
      void serve(unit, request, response).catch(() => {
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

// One change after the other; what a page shows is on the disk already.
function memory(start: UnitState, file: string): Pick<Unit, 'state' | 'change'> {
  let state = start;
  let last: Promise<void> = Promise.resolve();
  const change: Unit['change'] = (make) => {
    const mine = last.then(async () => {
      const { next, answer } = make(state);
      if (next) {
        await writeState(file, next);
        state = next;
      }
      return answer;
    });
    last = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  };
  return { state: () => state, change };
}

async function serve(unit: Unit, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://unit.invalid');
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
  const route = `${method} ${url.pathname}`;
  const sessionCookie = `unit-${unit.factory.deviceId}`;
  const asked = url.searchParams.get('lang');
  const language = chooseLanguage(asked, readCookie(request, languageCookie), request.headers['accept-language']);
  const loggedIn = unit.admin.isOpen(readCookie(request, sessionCookie));
  const frame: Frame = {
    language,
    factory: unit.factory,
    loggedIn,
    path: getPaths.has(url.pathname) ? url.pathname : '/',
  };
  const refuse = (status: number) => {
    const text = wordsIn(language)(status === 404 ? 'not-found' : 'refused');
    // The rest of a refused body is not read, so the connection cannot be used again.
    response.setHeader('connection', 'close');
    send(response, { status, page: refusalPage(frame, text) });
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
  const handler = Object.hasOwn(routes, route) ? routes[route] : undefined;
  if (!handler) return refuse(404);
  const form = method === 'POST' ? await readForm(request) : new Map<string, string>();
  if ('status' in form) return refuse(form.status);
  const before = detour(unit, route, frame);
  const answer = before === null ? await handler(unit, { frame, query: url.searchParams, form }) : { goTo: before };
  if ('token' in answer && answer.token)
    response.appendHeader('set-cookie', `${sessionCookie}=${answer.token}; Path=/; HttpOnly; SameSite=Strict`);
  send(response, answer);
}

function send(response: ServerResponse, answer: Answer): void {
  if ('goTo' in answer) response.writeHead(303, { ...headers, location: answer.goTo }).end();
  else response.writeHead(answer.status, { ...headers, 'content-type': 'text/html; charset=utf-8' }).end(answer.page);
}
