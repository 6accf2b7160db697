import type { App } from '../kernel/app.ts';
import { keyedHash } from '../kernel/seal.ts';

/**
 * What is kept of a registration ID: HMAC-SHA-256 under a key outside the database, bound to site and number. Its
 * 64 random bits need no slow hash, and 10,000 of them must not take minutes.
 */
export function hashRegistrationId(app: App, siteId: string, number: string, registrationId: string): Buffer {
  return keyedHash(app.keys.registrationIds, siteId, number, registrationId);
}
