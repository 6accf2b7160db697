const windowMs = 60 * 60 * 1000;
const freeFailures = 10;
const firstWaitMs = 60 * 1000;
const longestWaitMs = 15 * 60 * 1000;

/**
 * Slows down who guesses activation keys (K-04): ten failures an hour are free; from the tenth on the next try must wait
 * after the last failure, a minute at first and twice as long with each further failure, up to 15 minutes. Failures older than
 * an hour count no more.
 * @param failures instants of the caller's failures, in any order.
 * @returns until when tries are refused unread, or null when one may be looked at now.
 */
export function waitUntil(failures: readonly Date[], now: Date): Date | null {
  const recent = failures.map((failure) => failure.getTime()).filter((at) => now.getTime() - at < windowMs);
  if (recent.length < freeFailures) return null;
  const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (recent.length - freeFailures));
  const until = Math.max(...recent) + waitMs;
  return until > now.getTime() ? new Date(until) : null;
}
