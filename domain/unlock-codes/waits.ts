const freeTries = 3;
const firstWaitMs = 30 * 1000;
const longestWaitMs = 24 * 60 * 60 * 1000;

/** What a unit counts of wrong codes; it keeps this without power. */
export type WrongCodes = { count: number; lastAt: Date | null };

/**
 * Slows down who tries codes at a unit (U-10): two wrong ones are free, after the third the unit waits 30 seconds and twice as long
 * after each further one, up to a day. Ten bits are few: only the wait makes guessing them hopeless.
 * @returns milliseconds that are left to wait at `now`, 0 when a code may be tried. A clock that was put back lengthens no wait.
 */
export function waitLeftMs({ count, lastAt }: WrongCodes, now: Date): number {
  if (lastAt === null || count < freeTries) return 0;
  const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (count - freeTries));
  const passedMs = Math.max(0, now.getTime() - lastAt.getTime());
  return Math.max(0, waitMs - passedMs);
}
