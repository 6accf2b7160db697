import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until a whole number of `gridMs` has passed since `startedAtMs` (of `performance.now`), and never less: a timer may
 * be early by a fraction. What an answer waited for inside (a row that is there or not) can then not be read off the clock.
 */
export async function waitForGrid(startedAtMs: number, gridMs: number): Promise<void> {
  const passed = performance.now() - startedAtMs;
  const endsAtMs = startedAtMs + Math.ceil(passed / gridMs) * gridMs;
  for (let left = endsAtMs - performance.now(); left > 0; left = endsAtMs - performance.now())
    await sleep(Math.ceil(left));
}
