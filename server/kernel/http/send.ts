import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Written } from './present.ts';
import { securityHeaders } from './security-headers.ts';

/** What stands on an answer beside what it says. */
export type Beside = { requestId: string; cookies: readonly string[] };

/**
 * Lets a whole answer go. Over a socket it is written at once: turning it into a `Response` and reading that again takes as long as the rest
 * of a small request. A request that came over none gets the `Response`.
 */
export function send({ status, headers, text }: Written, beside: Beside, outgoing?: ServerResponse): Response {
  const all = { ...headers, ...securityHeaders, 'x-request-id': beside.requestId };
  if (!outgoing) return withCookies(new Response(text, { status, headers: all }), beside);
  outgoing.writeHead(status, {
    ...all,
    ...(text !== null && { 'content-length': Buffer.byteLength(text) }),
    ...(beside.cookies.length > 0 && { 'set-cookie': [...beside.cookies] }),
  });
  outgoing.end(text ?? undefined);
  return RESPONSE_ALREADY_SENT;
}

/** An answer that a handler made itself, a stream for the most part. */
export function complete(response: Response, beside: Beside): Response {
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  response.headers.set('x-request-id', beside.requestId);
  return withCookies(response, beside);
}

function withCookies(response: Response, { cookies }: Beside): Response {
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
}
