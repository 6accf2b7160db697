/** The one source of the present. Production uses `systemClock`; tests hand in a clock they move. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock for tests: stands still until moved. */
export function movableClock(start: Date): Clock & { move(milliseconds: number): void } {
  let at = start.getTime();
  return {
    now: () => new Date(at),
    move: (milliseconds) => {
      at += milliseconds;
    },
  };
}

export const secondsMs = 1_000;
export const minutesMs = 60 * secondsMs;
export const hoursMs = 60 * minutesMs;
export const daysMs = 24 * hoursMs;

export function after(instant: Date, milliseconds: number): Date {
  return new Date(instant.getTime() + milliseconds);
}
