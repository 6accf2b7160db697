import { fail, pass, type Verdict } from '../verdict.ts';
import { sampleDaysBackMax } from './options.ts';

export const sampleAheadMaxMs = 10 * 60_000;
export const sampleBehindMaxMs = sampleDaysBackMax * 86_400_000;

/**
 * Whether a sample of this time is taken at `nowMs`: at most 10 minutes ahead, as clocks differ, and 31 days back, as devices keep what they
 * could not send (decisions.md "Who may see what"). All in milliseconds since 1970.
 */
export function checkSampleTime(timeMs: number, nowMs: number): Verdict<number, 'time-ahead' | 'time-behind'> {
  if (timeMs > nowMs + sampleAheadMaxMs) return fail('time-ahead');
  if (timeMs < nowMs - sampleBehindMaxMs) return fail('time-behind');
  return pass(timeMs);
}
