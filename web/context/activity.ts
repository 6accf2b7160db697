import { siteId } from './address.ts';

const key = `engawa-active-${siteId}`;
let inMemory = 0;

/** Notes that the server answered just now; shared by all tabs, because they share the session. */
export function noteActivity(now: number): void {
  inMemory = now;
  try {
    localStorage.setItem(key, String(now));
  } catch {
    // Storage is off: this tab's own time has to do.
  }
}

export function lastActivity(): number {
  try {
    return Math.max(inMemory, Number(localStorage.getItem(key) ?? 0));
  } catch {
    return inMemory;
  }
}
