/** One run at a time; whoever asks while one runs gets the next, which begins after they asked. */
export function coalesced(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | null = null;
  return () => {
    next ??= running.then(() => {
      next = null;
      const now = run();
      running = now.catch(() => undefined);
      return now;
    });
    return next;
  };
}
