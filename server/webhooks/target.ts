import { isIP } from 'node:net';
import type { WebhookCode } from '../../domain/webhooks/codes.ts';

export const urlMax = 500;

/**
 * Where a webhook goes, as it was typed: http or https, without a name and password in it. An address in numbers is judged at once; a
 * name is judged each time a connection is made, as what it stands for may change.
 */
export function readTarget(
  text: string,
  mayGoTo: (address: string) => boolean,
): { ok: true; url: string } | { ok: false; code: WebhookCode } {
  const url = URL.parse(text.trim());
  if (!url || url.hostname === '' || text.length > urlMax) return { ok: false, code: 'url-unreadable' };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { ok: false, code: 'url-scheme' };
  if (url.username !== '' || url.password !== '') return { ok: false, code: 'url-secret' };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !mayGoTo(host)) return { ok: false, code: 'url-address' };
  url.hash = '';
  return { ok: true, url: url.href };
}
