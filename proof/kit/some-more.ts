import { setTimeout as sleep } from 'node:timers/promises';

const pollMs = 5;

/** Waits until so many more have come, however slow the machine is; or for a while in which that did not happen. */
export async function someMore(come: () => number, count: number, withinMs = 1_000): Promise<void> {
  const enough = come() + count;
  const deadline = performance.now() + withinMs;
  while (come() < enough && performance.now() < deadline) await sleep(pollMs);
}
