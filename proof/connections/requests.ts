/** Somebody logged in, with what a request of theirs needs. */
export type Insider = { host: string; site: string; cookie: string; path: string };

export function insiderOf(
  url: string,
  site: string,
  { path, cookies }: { path: string; cookies: ReadonlyMap<string, string> },
): Insider {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return { host: new URL(url).host, site, path, cookie };
}

const line = '\r\n';

/** The bytes of a request; without a body as long as its headers say nothing of one. */
export function requestOf(
  { host, site, cookie }: Insider,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body: Buffer | string = '',
): Buffer {
  const all = { host, cookie, 'idempotency-key': 'connections-1', connection: 'close', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  const head = [`${method} /api/${site}${path} HTTP/1.1`, ...lines, '', ''].join(line);
  return Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body)]);
}

/** One that logs in with what nobody has, the plainest that takes a body. */
export function logInOf(insider: Insider, body: Buffer | string, headers: Record<string, string> = {}): Buffer {
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  return requestOf(insider, 'POST', '/session', { 'content-type': 'application/json', ...length, ...headers }, body);
}

export const boundary = 'x-boundary';

/** The beginning of an upload of a file, and what ends it. */
export function uploadParts(kind: string, name: string): [Buffer, Buffer] {
  const field = `--${boundary}${line}content-disposition: form-data; name="kind"${line}${line}${kind}${line}`;
  const file = `--${boundary}${line}content-disposition: form-data; name="file"; filename="${name}"${line}content-type: text/csv${line}${line}`;
  return [Buffer.from(field + file), Buffer.from(`${line}--${boundary}--${line}`)];
}

export function uploadOf(insider: Insider, body: Buffer, headers: Record<string, string> = {}): Buffer {
  const more = { 'content-type': `multipart/form-data; boundary=${boundary}`, 'content-length': String(body.length) };
  return requestOf(insider, 'POST', `${insider.path}/imports`, { ...more, ...headers }, body);
}

/** The same in pieces of which each says its length. */
export function* chunked(pieces: Iterable<Buffer>): Generator<Buffer> {
  for (const piece of pieces)
    yield Buffer.concat([Buffer.from(`${piece.length.toString(16)}${line}`), piece, Buffer.from(line)]);
  yield Buffer.from(`0${line}${line}`);
}

export function* repeated(piece: Buffer, times: number): Generator<Buffer> {
  for (let said = 0; said < times; said += 1) yield piece;
}
