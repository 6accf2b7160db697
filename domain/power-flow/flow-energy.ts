import type { Measured } from '../readings/reading.ts';
import type { FlowSource } from './places.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;
/** A power stands until the next one if that comes within this time; else for a minute. */
export const holdsMs = 15 * minuteMs;
/** A counter's value from so long before a day begins is where the day begins to count. */
export const baseMs = 10 * minuteMs;

/** A minute or a message: mean power over it, and what counters said last in it. */
export type Sample = { timeMs: number; means: Measured; lasts: Measured };

/** Wh over a span, null where nothing is known, and how many of its minutes have a value. */
export type FlowEnergy = { wh: number | null; minutes: number };

/**
 * What flowed over a span. A device's own counter wins over what its power sums up to (details.md E-06); where a counter falls it began anew, and what
 * was counted before stays. A gap adds nothing to the sum of a power.
 * @param samples of the span and of `baseMs` before it, in the order of time.
 * @param fromMs the span's beginning, in milliseconds since 1970; `untilMs` its end, or now where that is not over.
 */
export function energyOf(source: FlowSource, samples: readonly Sample[], fromMs: number, untilMs: number): FlowEnergy {
  const summed = sumOf(source, samples, fromMs, untilMs);
  const counted = source.energy === null ? null : countOf(source.energy, samples, fromMs);
  return { wh: counted ?? summed.wh, minutes: Math.max(summed.minutes, 0) };
}

function countOf(at: number, samples: readonly Sample[], fromMs: number): number | null {
  const known = samples.flatMap(({ timeMs, lasts }) => {
    const value = lasts[at] ?? null;
    return value === null ? [] : [{ timeMs, value }];
  });
  const within = known.filter(({ timeMs }) => timeMs >= fromMs);
  const base = known.findLast(({ timeMs }) => timeMs < fromMs) ?? within.shift();
  if (!base || within.length === 0) return null;
  let before = base.value;
  let sum = 0;
  for (const { value } of within) {
    sum += Math.max(0, value - before);
    before = value;
  }
  return sum;
}

function sumOf(
  { power, sign, energy }: FlowSource,
  samples: readonly Sample[],
  fromMs: number,
  untilMs: number,
): FlowEnergy {
  const known = samples.flatMap(({ timeMs, means, lasts }) => {
    const watts = means[power] ?? null;
    // Who only counts has been there, too.
    const isThere = watts !== null || (energy !== null && (lasts[energy] ?? null) !== null);
    return timeMs >= fromMs && isThere ? [{ timeMs, watts }] : [];
  });
  let wh = 0;
  let heldMs = 0;
  let hasPower = false;
  for (const [index, { timeMs, watts }] of known.entries()) {
    const next = known[index + 1]?.timeMs ?? untilMs;
    const ms = next - timeMs <= holdsMs ? Math.max(0, next - timeMs) : minuteMs;
    heldMs += ms;
    if (watts === null) continue;
    hasPower = true;
    wh += (Math.max(0, watts * sign) * ms) / hourMs;
  }
  return { wh: hasPower ? wh : null, minutes: Math.round(heldMs / minuteMs) };
}
