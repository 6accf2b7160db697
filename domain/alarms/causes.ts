import type { Severity } from './severity.ts';

/**
 * What an alarm comes of (E-08, P-32): a status or event that the device reports, its silence, a value that cannot be, a clock that is off, or
 * a device that was exchanged and still wants to report.
 */
export const causes = ['status', 'silence', 'impossible', 'clock', 'exchanged'] as const;
export type Cause = (typeof causes)[number];

/** How bad each is that does not say so itself; a status has the severity of its code. */
export const severityOf: Readonly<Record<Exclude<Cause, 'status'>, Severity>> = {
  silence: 'warning',
  impossible: 'warning',
  clock: 'warning',
  exchanged: 'error',
};

/** A clock that is further off makes an alarm. Samples are refused from ten minutes ahead on (domain/readings/window.ts). */
export const clockOffMs = 5 * 60_000;

/** An alarm about values that cannot be ends after so many good ones in a row (decisions.md "impossible values"). */
export const goodSamplesMin = 10;

/** A device that was exchanged is quiet when it has not tried for so long. */
export const exchangedQuietMs = 24 * 3_600_000;

/** Whether a clock that is so far ahead (below zero: behind), in milliseconds, is off. */
export function isClockOff(aheadMs: number): boolean {
  return Math.abs(aheadMs) > clockOffMs;
}
