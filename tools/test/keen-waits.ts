import type { Page } from 'playwright-core';

/** After how long it is looked again whether what is waited for is there: the last pause again and again. */
const pausesMs = [20, 50, 50];

/** What Playwright, whose exact version is ours to choose, has behind a frame of a page in this process. */
type FrameInside = {
  retryWithProgressAndBackoff(progress: unknown, action: unknown): Promise<unknown>;
  retryWithProgressAndTimeouts(progress: unknown, pausesMs: readonly number[], action: unknown): Promise<unknown>;
};
type Inside = { _connection: { toImpl(of: unknown): FrameInside } };

/**
 * By itself Playwright looks at once, four times in a quarter of a second, and then each half second: on a machine where
 * a page takes longer than that, every step would wait for half a second that nothing needs.
 */
export function waitKeenly(page: Page): void {
  const { _connection } = page as unknown as Inside;
  const all = Object.getPrototypeOf(_connection.toImpl(page.mainFrame())) as FrameInside;
  if (typeof all.retryWithProgressAndTimeouts !== 'function' || typeof all.retryWithProgressAndBackoff !== 'function')
    throw new Error('Playwright waits in another way than before: see tools/test/keen-waits.ts');
  all.retryWithProgressAndBackoff = function keenly(this: FrameInside, progress, action) {
    return this.retryWithProgressAndTimeouts(progress, pausesMs, action);
  };
}
