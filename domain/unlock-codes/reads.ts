import { waitUntil } from '../hourly-quota.ts';

/** Codes that one person may open again within an hour; above that it looks like harvesting. */
export const readsPerHourMax = 60;

/**
 * Until when codes are not opened again, or null when one may be: after so many within an hour, until the oldest that counts is an
 * hour ago.
 * @param reads instants at which codes were opened, in any order.
 */
export function readsWaitUntil(reads: readonly Date[], now: Date): Date | null {
  return waitUntil(reads, now, readsPerHourMax);
}
