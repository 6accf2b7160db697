const windowMs = 60 * 60 * 1000;

/**
 * Until when somebody has to wait who may do something `max` times within an hour, or null when it may be done now: until the oldest of
 * the times that fill the hour is an hour ago.
 * @param times instants at which it was done, in any order.
 */
export function waitUntil(times: readonly Date[], now: Date, max: number): Date | null {
  const recent = times
    .map((time) => time.getTime())
    .filter((at) => now.getTime() - at < windowMs)
    .toSorted((a, b) => b - a);
  const deciding = recent[max - 1];
  return deciding === undefined ? null : new Date(deciding + windowMs);
}

/** Whether these new times are what fills the quota: then operators are told, once. */
export function trips(before: number, more: number, max: number): boolean {
  return before < max && before + more >= max;
}
