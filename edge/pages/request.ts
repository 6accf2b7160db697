import type { IncomingMessage } from 'node:http';

const bodyBytesMax = 4096;
const fieldsMax = 10;

export type Refused = { status: 400 | 403 | 413 | 415 };

/**
 * Whether the request may come in at all: the address must be this machine's own (so that no foreign name can be made to
 * point here), and what changes something must come from one of the unit's own pages.
 */
export function refuseForeign(request: IncomingMessage, port: number): Refused | null {
  const host = request.headers.host ?? '';
  if (![`127.0.0.1:${port}`, `localhost:${port}`].includes(host)) return { status: 403 };
  if (request.method === 'GET' || request.method === 'HEAD') return null;
  return request.headers.origin === `http://${host}` ? null : { status: 403 };
}

/** Reads a form's fields; a field that is sent twice counts once, as its first value. */
export async function readForm(request: IncomingMessage): Promise<Map<string, string> | Refused> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return { status: 415 };
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bodyBytesMax) return { status: 413 };
    chunks.push(chunk);
  }
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(Buffer.concat(chunks).toString('utf8'))) {
    if (!fields.has(name)) fields.set(name, value);
    if (fields.size > fieldsMax) return { status: 400 };
  }
  return fields;
}

/** One cookie of the request, or undefined. */
export function readCookie(request: IncomingMessage, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}
