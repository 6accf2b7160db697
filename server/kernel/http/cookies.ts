import { timingSafeEqual, type KeyObject } from 'node:crypto';
import { parse, serialize } from 'hono/utils/cookie';
import type { SessionTokens } from '../app.ts';
import { newId } from '../ids.ts';
import { keyedHash } from '../seal.ts';

const signatureBytes = 16;
export const browserCookieSeconds = 180 * 24 * 3600;

export function sessionCookie(siteId: string): string {
  return `__Host-${siteId}`;
}

/** Beside the session's cookie while somebody acts on behalf of another organization. */
export function actingCookie(siteId: string): string {
  return `__Host-${siteId}-acting`;
}

export function readTokens(siteId: string, jar: Record<string, string>): SessionTokens | null {
  const session = jar[sessionCookie(siteId)];
  return session ? { session, acting: jar[actingCookie(siteId)] } : null;
}

export function browserCookie(siteId: string): string {
  return `__Host-${siteId}-browser`;
}

export function readCookies(header: string | undefined): Record<string, string> {
  return header ? parse(header) : {};
}

/** A cookie that scripts cannot read, that other sites do not send along, and that ends with `maxAgeSeconds` (0: at once). */
export function writeCookie(name: string, value: string, maxAgeSeconds: number): string {
  return serialize(name, value, { path: '/', secure: true, httpOnly: true, sameSite: 'Lax', maxAge: maxAgeSeconds });
}

/** The browser's ID out of its signed cookie, or a new one when there is none or the signature is wrong. */
export function readBrowser(
  key: KeyObject,
  siteId: string,
  cookie: string | undefined,
): { id: string; known: boolean } {
  const [id, signature] = cookie?.split('.') ?? [];
  if (id && signature && /^[0-9a-f-]{36}$/.test(id)) {
    const given = Buffer.from(signature, 'base64url');
    const right = sign(key, siteId, id);
    if (given.length === right.length && timingSafeEqual(given, right)) return { id, known: true };
  }
  return { id: newId(), known: false };
}

export function writeBrowser(key: KeyObject, siteId: string, id: string): string {
  return `${id}.${sign(key, siteId, id).toString('base64url')}`;
}

function sign(key: KeyObject, siteId: string, id: string): Buffer {
  return keyedHash(key, 'browser', siteId, id).subarray(0, signatureBytes);
}
