import { randomUUID } from 'node:crypto';

export type Answer = { status: number; body: Record<string, unknown>; text: string; headers: Headers };
export type Person = {
  /** A body that is a string goes out as it is. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** As `call`, with a new Idempotency-Key. */
  create(path: string, body: unknown): Promise<Answer>;
  cookies: Map<string, string>;
};

/**
 * Somebody with a browser of their own who talks to the API of one site; cookies are kept as a browser would. `send` is
 * the way there, for callers with an address of their own.
 */
export function person(serverUrl: string, site: string, language = 'ja', send: typeof fetch = fetch): Person {
  const cookies = new Map<string, string>();
  const call: Person['call'] = async (method, path, body, headers = {}) => {
    const isForm = body instanceof FormData;
    const response = await send(`${serverUrl}/api/${site}${path}`, {
      method,
      headers: {
        'accept-language': language,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isForm || typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0/i.test(cookie)) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, body: json ? JSON.parse(text) : {}, text, headers: response.headers };
  };
  return { call, cookies, create: (path, body) => call('POST', path, body, { 'idempotency-key': randomUUID() }) };
}
