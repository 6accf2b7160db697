const windowMs = 60 * 60 * 1000;
/** Serial numbers that an organization may miss within an hour (U-03); own devices are no misses. */
export const missesPerHourMax = 20;
/** The same for one address, behind which several organizations may sit. */
export const missesPerHourAndAddressMax = 100;
/** Faults of existence that a file may have; each file with any counts as one miss, above it is refused. */
export const existenceFaultsMax = 50;

/**
 * Until when serial numbers are not looked at any more, or null when one may be: after `max` misses within an hour, until the
 * oldest of them is an hour ago.
 * @param misses instants of misses, in any order.
 */
export function waitUntil(misses: readonly Date[], now: Date, max: number): Date | null {
  const recent = misses
    .map((miss) => miss.getTime())
    .filter((at) => now.getTime() - at < windowMs)
    .toSorted((a, b) => b - a);
  const deciding = recent[max - 1];
  return deciding === undefined ? null : new Date(deciding + windowMs);
}

/** Whether these new misses are what fills the quota: then operators are told, once. */
export function trips(before: number, more: number, max: number): boolean {
  return before < max && before + more >= max;
}

/**
 * What an uploaded file with so many faults of existence counts for (U-04): nothing, one miss, or a refusal of the whole file, which shows
 * none of them, counts as a miss too, and is told to the operators.
 */
export function weighFile(existenceFaults: number): 'nothing' | 'one-miss' | 'refused' {
  if (existenceFaults === 0) return 'nothing';
  return existenceFaults <= existenceFaultsMax ? 'one-miss' : 'refused';
}
