import { timingSafeEqual } from 'node:crypto';
import { canonicalSerial } from '../../domain/identifiers/serial-number.ts';
import type { App } from '../kernel/app.ts';
import { keyedHash } from '../kernel/seal.ts';

/** What is kept of a claim code: keyed, under a key outside the database, and bound to site and serial number. */
export function hashClaimCode(app: App, siteId: string, serial: string, claimCode: string): Buffer {
  return keyedHash(app.keys.registrationIds, 'claim code', siteId, serial, canonicalSerial(claimCode));
}

/** Compares in constant time. */
export function claimCodeIsRight(app: App, siteId: string, serial: string, typed: string, kept: Buffer): boolean {
  return timingSafeEqual(hashClaimCode(app, siteId, serial, typed), kept);
}
