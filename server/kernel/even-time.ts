import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until a whole number of `gridMs` has passed since `startedAtMs` (of `performance.now`). What an answer waited for
 * inside (a row that is there or not) can then not be read off the clock.
 */
export async function waitForGrid(startedAtMs: number, gridMs: number): Promise<void> {
  const passed = performance.now() - startedAtMs;
  await sleep(Math.ceil(passed / gridMs) * gridMs - passed);
}
