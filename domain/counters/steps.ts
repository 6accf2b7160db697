/** A device's own reading of one counter: milliseconds since 1970, and the whole number it stood at. */
export type Sample = { timeMs: number; value: number };

/** When a device said that its counters began anew, and when that its board was changed; milliseconds since 1970, rising. */
export type Said = { resets: readonly number[]; boards: readonly number[] };

/** Where a counter stands before the readings that follow: its last counted reading, and what the device has said since. */
export type Stand = Sample & { reset: boolean; board: boolean };

/** `first`: nothing was there before; `next`: counted on; `restart`: began anew; `glitch`: counts for nothing. */
export type StepCause = 'first' | 'next' | 'restart' | 'glitch';

/** What one reading adds. */
export type Step = Sample & {
  cause: StepCause;
  /** What was counted since the reading at `fromMs`, which is null for the first one ever. Never below zero. */
  usage: number;
  fromMs: number | null;
  /** What the counter stood at when it began anew; else 0. */
  dropped: number;
  /** A fall of which the reading that follows decides what it was. */
  open: boolean;
};

export const glitchWithinMs = 24 * 3_600_000;

/**
 * What each reading of one counter adds (C-08; decisions.md "Counters"). A value that fell is a glitch only when the next reading is not
 * below the one before, comes within 24 hours, and no change of board was reported; else the counter began anew and its new value is usage. What the device itself says of a reset
 * holds. Readings in the order of time, one for each instant.
 */
export function stepsOf(samples: readonly Sample[], said: Said, stand: Stand | null): Step[] {
  let last = stand;
  return samples.map((sample, at) => {
    const step = stepFrom(last, sample, samples[at + 1], said);
    if (step.cause !== 'glitch') last = { ...sample, reset: false, board: false };
    return step;
  });
}

function stepFrom(last: Stand | null, sample: Sample, next: Sample | undefined, { resets, boards }: Said): Step {
  const { timeMs, value } = sample;
  if (last === null) return { ...sample, cause: 'first', usage: value, fromMs: null, dropped: 0, open: false };
  const fromMs = last.timeMs;
  const restart: Step = { ...sample, cause: 'restart', usage: value, fromMs, dropped: last.value, open: false };
  if (last.reset || anyWithin(resets, fromMs, timeMs)) return restart;
  if (value >= last.value)
    return { ...sample, cause: 'next', usage: value - last.value, fromMs, dropped: 0, open: false };
  if (last.board || anyWithin(boards, fromMs, timeMs)) return restart;
  const wentOn = next !== undefined && next.value >= last.value && next.timeMs - timeMs <= glitchWithinMs;
  if (!wentOn || anyWithin(boards, timeMs, next.timeMs) || anyWithin(resets, timeMs, next.timeMs))
    return { ...restart, open: true };
  return { ...sample, cause: 'glitch', usage: 0, fromMs, dropped: 0, open: true };
}

function anyWithin(times: readonly number[], afterMs: number, untilMs: number): boolean {
  return times.some((timeMs) => timeMs > afterMs && timeMs <= untilMs);
}

/**
 * Where the counter stood before `atMs`; null where it had no reading yet, undefined while a reading from then on may still
 * change what came before.
 */
export function standBefore(
  atMs: number,
  steps: readonly Step[],
  { resets, boards }: Said,
  stand: Stand | null,
): Stand | null | undefined {
  const before = steps.filter(({ timeMs }) => timeMs < atMs);
  const tail = before.at(-1);
  if (tail?.open) return undefined;
  if (!tail && !stand) return null;
  const { timeMs, value, reset, board } = tail ? { ...tail, reset: false, board: false } : (stand as Stand);
  const since = (times: readonly number[]) => times.some((one) => one > timeMs && one < atMs);
  return { timeMs, value, reset: reset || since(resets), board: board || since(boards) };
}
