import { siteId } from '../context/address.ts';

const key = `engawa-notice-${siteId}`;

/** Whether this browser has been shown this version of the notice (K-01: once per browser and version). */
export function isAcknowledged(version: string): boolean {
  try {
    return localStorage.getItem(key) === version;
  } catch {
    return false;
  }
}

export function acknowledge(version: string): void {
  try {
    localStorage.setItem(key, version);
  } catch {
    // Storage is off: the notice comes again next time.
  }
}
