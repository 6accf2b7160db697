import type { Logger } from './log.ts';

export type Wakeable = { wake(): void; stop(): Promise<void> };

type Options = {
  /** Looked at so often without being woken. */
  everyMs: number;
  log: Logger;
  /** What is written down when the work failed; it is tried again. */
  failed: string;
};

/**
 * Does its work when woken, and at least every so often; woken while it works, it works once more. The work asks `running` whether to go on,
 * and is waited for at the end.
 */
export function startWakeable(
  work: (running: () => boolean) => Promise<void>,
  { everyMs, log, failed }: Options,
): Wakeable {
  let running = true;
  let woken = false;
  let wakeUp = () => {};
  const wait = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
      if (woken || !running) wakeUp();
    });
  const stopped = (async () => {
    while (running) {
      woken = false;
      try {
        await work(() => running);
      } catch (error) {
        if (running) log.warn({ err: error }, failed);
      }
      if (running) await wait();
    }
  })();
  return {
    wake: () => {
      woken = true;
      wakeUp();
    },
    stop: async () => {
      running = false;
      wakeUp();
      await stopped;
    },
  };
}
