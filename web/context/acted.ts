import { siteId } from './address.ts';

const key = `engawa-acting-${siteId}`;
let inMemory = false;

/** Notes that this tab shows another organization's pages, so that it can say so when that is over, also after a reload. */
export function noteActing(organization: string): void {
  inMemory = true;
  try {
    sessionStorage.setItem(key, organization);
  } catch {
    // Storage is off: until the next reload this tab remembers it by itself.
  }
}

export function wasActing(): boolean {
  try {
    return inMemory || sessionStorage.getItem(key) !== null;
  } catch {
    return inMemory;
  }
}

export function forgetActing(): void {
  inMemory = false;
  try {
    sessionStorage.removeItem(key);
  } catch {
    // There was nothing to remove.
  }
}
