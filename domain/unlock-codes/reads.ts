const windowMs = 60 * 60 * 1000;
/** Codes that one person may open again within an hour; above that it looks like harvesting. */
export const readsPerHourMax = 60;

/**
 * Until when codes are not opened again, or null when one may be: after so many within an hour, until the oldest that counts is an
 * hour ago.
 * @param reads instants at which codes were opened, in any order.
 */
export function readsWaitUntil(reads: readonly Date[], now: Date): Date | null {
  const recent = reads
    .map((read) => read.getTime())
    .filter((at) => now.getTime() - at < windowMs)
    .toSorted((a, b) => b - a);
  const deciding = recent[readsPerHourMax - 1];
  return deciding === undefined ? null : new Date(deciding + windowMs);
}
