import { timingSafeEqual } from 'node:crypto';
import type { App } from '../kernel/app.ts';
import { keyedHash } from '../kernel/seal.ts';

const idBytes = 16;

function sign(app: App, purpose: string, siteId: string, id: string): Buffer {
  return keyedHash(app.keys.proofs, purpose, siteId, id);
}

/** The secret of a mailed link that names something and is signed, so nothing has to be stored (0002). Good for one purpose at one site. */
export function signedId(app: App, purpose: string, siteId: string, id: string): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  return Buffer.concat([bytes, sign(app, purpose, siteId, id)]).toString('base64url');
}

/** What a token names, when its signature is right. */
export function readSignedId(app: App, purpose: string, siteId: string, token: string): string | null {
  const bytes = Buffer.from(token, 'base64url');
  const hex = bytes.subarray(0, idBytes).toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const given = bytes.subarray(idBytes);
  const right = sign(app, purpose, siteId, id);
  return given.length === right.length && timingSafeEqual(given, right) ? id : null;
}
