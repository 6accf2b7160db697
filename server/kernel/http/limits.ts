import type { Clock } from '../clock.ts';

const windowMs = 60_000;
const addressesMax = 10_000;

/** Counts calls a minute by key in this process: a brake on floods, not a security counter (those are in the database). */
export function rateLimiter(clock: Clock) {
  let windowStart = 0;
  let counts = new Map<string, number>();
  return {
    /** Seconds to wait, or 0 when the call may go on. */
    take(key: string, perMinute: number): number {
      const now = clock.now().getTime();
      if (now - windowStart >= windowMs || now < windowStart || counts.size > addressesMax) {
        windowStart = now;
        counts = new Map();
      }
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count > perMinute ? Math.ceil((windowStart + windowMs - now) / 1000) : 0;
    },
    /** As `take` says, without counting. */
    peek(key: string, perMinute: number): number {
      const now = clock.now().getTime();
      const over = now - windowStart >= windowMs || now < windowStart;
      return over || (counts.get(key) ?? 0) < perMinute ? 0 : Math.ceil((windowStart + windowMs - now) / 1000);
    },
  };
}
