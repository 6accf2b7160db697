/** Serial numbers that an organization may miss within an hour (U-03); own devices are no misses. */
export const missesPerHourMax = 20;
/** The same for one address, behind which several organizations may sit. */
export const missesPerHourAndAddressMax = 100;
/** Faults of existence that a file may have; each file with any counts as one miss, above it is refused. */
export const existenceFaultsMax = 50;

/**
 * What an uploaded file with so many faults of existence counts for (U-04): nothing, one miss, or a refusal of the whole file, which shows
 * none of them, counts as a miss too, and is told to the operators.
 */
export function weighFile(existenceFaults: number): 'nothing' | 'one-miss' | 'refused' {
  if (existenceFaults === 0) return 'nothing';
  return existenceFaults <= existenceFaultsMax ? 'one-miss' : 'refused';
}
