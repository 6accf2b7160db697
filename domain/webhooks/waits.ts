const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Waits after the first, second … try that was not taken; after the last one it is given up and can be sent anew by hand. */
export const retryWaitsMs = [
  5 * secondMs,
  30 * secondMs,
  2 * minuteMs,
  10 * minuteMs,
  hourMs,
  4 * hourMs,
  12 * hourMs,
  24 * hourMs,
] as const;

/** A receiver that takes nothing for so long is switched off. */
export const failingMaxMs = 3 * dayMs;

/** The longest that one is left alone. */
export const pauseMaxMs = 10 * minuteMs;

/**
 * How long a receiver is left alone that did not take something, so that what waits for it keeps nobody else waiting.
 * @param failures how many times in a row, at least 1.
 */
export function pauseMs(failures: number): number {
  return Math.min(pauseMaxMs, secondMs * 2 ** Math.min(failures - 1, 20));
}
