import { waitForGrid } from './even-time.ts';

/** What tells nothing leaves on this grid: whether a row of somebody else was met on the way does not show in the time. */
const gridMs = 25;

/** Does `work`; where its answer tells the caller nothing (`tellsNothing`), it leaves on the grid (K-03.2, K-07, U-03). */
export async function evenly<T>(work: () => Promise<T>, tellsNothing: (answer: T) => boolean): Promise<T> {
  const startedAtMs = performance.now();
  const answer = await work();
  if (tellsNothing(answer)) await waitForGrid(startedAtMs, gridMs);
  return answer;
}
