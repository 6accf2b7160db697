import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { Hono } from 'hono';
import { siteOfHost, type App, type SessionTokens, type Site } from '../app.ts';
import { isDatabaseAway } from '../database.ts';
import { newId, insideId } from '../ids.ts';
import { KeyUnavailable } from '../key-provider.ts';
import { readApiKey } from './bearer.ts';
import { holdsNul, readBody } from './body.ts';
import { unattendedHeader } from '../../../domain/live/messages.ts';
import { mayBeDoneForOthers } from '../../../domain/accounts/permissions.ts';
import type { Actor } from '../events.ts';
import { hashRequest, runChange, type Twin } from './change.ts';
import {
  browserCookie,
  browserCookieSeconds,
  readBrowser,
  readCookies,
  readTokens,
  writeBrowser,
  writeCookie,
} from './cookies.ts';
import { rateLimiter } from './limits.ts';
import { closedTo, maintenanceProblem } from './maintenance.ts';
import { languageOf, write } from './present.ts';
import { isProblem, platformProblem, type Problem } from './problem.ts';
import type { Access, Browser, Reply, Route, SessionCall, Signed } from './route.ts';
import type { Session } from '../session.ts';
import { complete, send } from './send.ts';
import { uploadGate } from './uploads.ts';
import { validate } from './validate.ts';
import { readVersion } from './version.ts';

const idempotencyKeyPattern = /^[A-Za-z0-9_-]{8,64}$/;
const perMinuteDefault = 1_200;
const perMinuteOfKey = 600;
const agentCharactersMax = 400;
const uploadAgainSeconds = 5;

export type HttpOptions = {
  routes: readonly { capability: string; route: Route }[];
  /** Capabilities that a site may leave out; their routes answer 404 where it does. */
  optional: ReadonlySet<string>;
  addressOf(context: { env: unknown }): string;
  /** Where the answer to a request goes; none where it came over no socket. */
  outgoing(context: { env: unknown }): ServerResponse | undefined;
};

type AnyCall = SessionCall<never, never, never, unknown>;

/**
 * The API: every route walks the same way, limit → authenticate → authorize → validate → handle → present. Who may not
 * call a route learns nothing from what it thinks of the body.
 */
export function createApi(app: App, options: HttpOptions): Hono {
  const hono = new Hono();
  const brakes: Brakes = { limiter: rateLimiter(app.clock), uploads: uploadGate() };
  for (const { capability, route } of options.routes) {
    const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1');
    hono.on(route.method.toUpperCase(), path, async (context) => {
      const requestId = newId();
      const began = performance.now();
      const language = languageOf(context.req.header('accept-language') ?? null);
      const cookies: string[] = [];
      const answer = await answerRequest(app, options, brakes, capability, route, {
        request: context.req.raw,
        params: context.req.param(),
        address: options.addressOf(context),
        cut: () => void options.outgoing(context)?.destroy(),
        requestId,
        language,
        cookies,
      }).catch((error: unknown) => {
        app.log.error({ err: error, requestId, operationId: route.operationId }, 'a request failed unexpectedly');
        return isDatabaseAway(error) || error instanceof KeyUnavailable
          ? platformProblem('unavailable', { retryAfterSeconds: 5 })
          : platformProblem('unexpected');
      });
      const beside = { requestId, cookies };
      const written = answer instanceof Response ? answer : write(answer, language, requestId);
      const response =
        written instanceof Response ? complete(written, beside) : send(written, beside, options.outgoing(context));
      const { operationId } = route;
      app.metrics.count('engawa_http_requests_total', { operation: operationId, status: String(written.status) });
      app.metrics.observe(
        'engawa_http_request_duration_seconds',
        { operation: operationId },
        (performance.now() - began) / 1_000,
      );
      return response;
    });
  }
  return hono;
}

type Brakes = { limiter: ReturnType<typeof rateLimiter>; uploads: ReturnType<typeof uploadGate> };

type Incoming = {
  request: Request;
  params: Record<string, string>;
  address: string;
  cut: () => void;
  requestId: string;
  language: ReturnType<typeof languageOf>;
  cookies: string[];
};

async function answerRequest(
  app: App,
  options: HttpOptions,
  { limiter, uploads }: Brakes,
  capability: string,
  route: Route,
  incoming: Incoming,
): Promise<Reply<unknown> | Problem | Response> {
  const { request, address } = incoming;
  const url = new URL(request.url);
  const wait = limiter.take(
    `${route.perMinute ? route.operationId : ''} ${address}`,
    route.perMinute ?? perMinuteDefault,
  );
  if (wait > 0) return platformProblem('too-many-requests', { retryAfterSeconds: wait });
  // No browser sends along a key by itself, and with one nothing is asked of cookies.
  const key = readApiKey(request);
  if (!key && route.method !== 'get' && crossSite(request, url, app)) return platformProblem('cross-site');

  const site = siteOf(app, url, incoming.params['site']);
  if (incoming.params['site'] !== undefined && !site) return platformProblem('not-found');
  if (site && options.optional.has(capability) && !(capability in site.capabilities))
    return platformProblem('not-found');

  const now = app.clock.now();
  const jar = readCookies(request.headers.get('cookie') ?? undefined);
  const closure = site ? await app.closureOf(site, now) : null;
  const tokens = site ? (key ? { key } : readTokens(site.id, jar)) : null;
  const by = request.headers.has(unattendedHeader) ? 'unattended' : undefined;
  const known = site && tokens ? await app.authenticate(site, tokens, now, by) : null;
  if (site && closure && closedTo(route, known)) return maintenanceProblem(site, closure, incoming.language, now);
  const session = route.access === 'public' && (known?.key || !isOpenTo(route, known)) ? null : known;
  if (route.access !== 'public' && !session) return platformProblem('not-logged-in');
  if (site && session?.key) {
    const { id } = session.key;
    const waitOfKey = limiter.take(`key ${id}`, perMinuteOfKey);
    if (waitOfKey > 0) return platformProblem('too-many-requests', { retryAfterSeconds: waitOfKey });
    await app.noteKeyUse(site, id, { operationId: route.operationId, address, now });
    if (route.access === 'session' && !route.openToKeys) return platformProblem('not-with-key');
  }
  if (!isOpenTo(route, session)) return platformProblem('step-owed', { params: { step: session?.owed[0] ?? '' } });

  if (route.access !== 'public' && session?.acting?.state === 'ended' && !route.afterActing)
    return platformProblem('acting-ended');

  const params = validate(route.params, incoming.params);
  if ('problem' in params || holdsNul(incoming.params)) return platformProblem('not-found');
  const refused = session && authorize(route.access, session, incoming.params['organization']);
  if (refused) return refused;
  const isThere = route.upload ? uploads.enter(session?.userId ?? address) : () => undefined;
  if (!isThere) return platformProblem('too-many-requests', { retryAfterSeconds: uploadAgainSeconds });
  const checked = await checkInput(route, request, url, params.value).finally(isThere);
  if ('problem' in checked) return checked.problem;
  const browser = {
    ...readBrowser(app.keys.proofs, site?.id ?? '', site ? jar[browserCookie(site.id)] : undefined),
    agent: request.headers.get('user-agent')?.slice(0, agentCharactersMax) ?? null,
  };
  if (site && !key && !browser.known && route.method !== 'get') {
    incoming.cookies.push(
      writeCookie(browserCookie(site.id), writeBrowser(app.keys.proofs, site.id, browser.id), browserCookieSeconds),
    );
  }
  const twin = route.idempotent
    ? twinOf(app, route, request, session?.key?.id ?? session?.userId ?? browser.id, checked)
    : null;
  if (isProblem(twin)) return twin;
  const seenVersion = route.versioned ? readVersion(request) : '';
  if (isProblem(seenVersion)) return seenVersion;
  return route.handle(makeCall(app, site, session, tokens, browser, incoming, jar, now, checked, twin, seenVersion));
}

/** Steps are done in their order: a route that serves a later one has to wait as well. */
function isOpenTo(route: Route, session: Session | null): boolean {
  const [owed] = session?.owed ?? [];
  return owed === undefined || route.whileOwing === 'anything' || (route.whileOwing?.includes(owed) ?? false);
}

/** The site of the path. At a host that is one site's own, no other site is there. */
function siteOf(app: App, url: URL, id: string | undefined): Site | undefined {
  if (id === undefined) return undefined;
  const owner = siteOfHost(app, url.host);
  return owner && owner.id !== id ? undefined : app.sites.get(id);
}

/** A request with cookies that another origin made: browsers say so, by Sec-Fetch-Site or by Origin. */
function crossSite(request: Request, url: URL, app: App): boolean {
  const fetchSite = request.headers.get('sec-fetch-site');
  if (fetchSite) return fetchSite !== 'same-origin' && fetchSite !== 'none';
  const origin = request.headers.get('origin');
  if (!origin) return false;
  if (origin === url.origin) return false;
  return ![...app.sites.values()].some((site) => new URL(site.address).origin === origin);
}

type Checked = { params: unknown; query: unknown; body: unknown; signed: Signed | null };

async function checkInput(
  route: Route,
  request: Request,
  url: URL,
  params: unknown,
): Promise<Checked | { problem: Problem }> {
  const search = Object.fromEntries(url.searchParams);
  if (holdsNul(search)) return { problem: platformProblem('malformed') };
  const query = validate(route.query, search);
  if ('problem' in query) return query;
  const raw = await readBody(route, request);
  if ('problem' in raw) return raw;
  if (holdsNul(raw.value)) return { problem: platformProblem('malformed') };
  const body = validate(route.body, raw.value);
  if ('problem' in body) return body;
  return { params, query: query.value, body: body.value, signed: signedOf(route, request, raw.bytes) };
}

/** Another organization's address reads like one that does not exist. */
function authorize(access: Access, session: Session, organization: string | undefined): Problem | undefined {
  if (organization !== undefined && insideId(organization) !== session.organizationId)
    return platformProblem('not-found');
  if (access === 'public' || access === 'session') return undefined;
  if (session.permissions.has(access)) return undefined;
  if (session.key) return platformProblem('not-with-key');
  return platformProblem(session.acting && !mayBeDoneForOthers(access) ? 'not-while-acting' : 'not-permitted');
}

function signedOf(route: Route, { headers }: Request, bytes: Uint8Array | undefined): Signed | null {
  if (!route.signed || !bytes) return null;
  const said = (name: string) => headers.get(`webhook-${name}`) ?? '';
  return { id: said('id'), timestamp: said('timestamp'), signature: said('signature'), bytes };
}

function twinOf(app: App, route: Route, request: Request, callerId: string, checked: Checked): Twin | Problem {
  const key = request.headers.get('idempotency-key');
  if (!key || !idempotencyKeyPattern.test(key)) return platformProblem('idempotency-key-missing');
  const caller = createHash('sha256').update(callerId).digest('base64url');
  return { caller, key, requestHash: hashRequest(app.keys.rest, route.operationId, checked.params, checked.body) };
}

/** Both names stand in every event of somebody who acts for another organization. */
function actorOf(session: Session | null): Actor {
  if (!session) return { kind: 'nobody' };
  const { userId: id, organizationId, acting, key } = session;
  if (key) return { kind: 'key', id: key.id, organizationId };
  if (acting?.state !== 'runs') return { kind: 'user', id, organizationId };
  return { kind: 'user', id, organizationId: acting.organizationId, onBehalfOf: organizationId };
}

function makeCall(
  app: App,
  site: Site | undefined,
  session: Session | null,
  tokens: SessionTokens | null,
  browser: Browser,
  incoming: Incoming,
  jar: Record<string, string>,
  now: Date,
  checked: Checked,
  twin: Twin | null,
  seenVersion: string,
): AnyCall {
  const actor = actorOf(session);
  const { request, requestId, language, address } = incoming;
  const authorization = request.headers.get('authorization');
  const call = {
    ...checked,
    app,
    site,
    session,
    tokens,
    browser,
    language,
    now,
    requestId,
    address,
    authorization,
    seenVersion,
    scope: session && site && { siteId: site.id, organizationId: session.organizationId, userId: session.userId, now },
    change: (work: Parameters<AnyCall['change']>[0]) => {
      if (!site) throw new Error(`a change outside of any site`);
      return runChange(app, site, { siteId: site.id, actor, now, requestId, address }, twin, work);
    },
    setCookie: (name: string, value: string, maxAgeSeconds: number) => {
      incoming.cookies.push(writeCookie(name, value, maxAgeSeconds));
    },
    readCookie: (name: string) => jar[name],
    cut: incoming.cut,
  };
  return call as unknown as AnyCall;
}
