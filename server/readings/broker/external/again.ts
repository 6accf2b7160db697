import { coalesced } from '../../../kernel/live/coalesced.ts';
import type { Logger } from '../../../kernel/log.ts';

const againMs = 5_000;

export type Again = {
  now: () => void;
  /** What was to be done is made up for by the next run. */
  after: (error: unknown) => void;
  stop: () => void;
};

/** Does some work whenever it is asked for, and again after a while when it failed. */
export function againAndAgain(log: Logger, work: () => Promise<void>): Again {
  let timer: NodeJS.Timeout | null = null;
  let stopping = false;
  const once = coalesced(async () => {
    if (!stopping) await work();
  });
  const again: Again = {
    now: () => {
      if (timer) clearTimeout(timer);
      timer = null;
      void once().catch(again.after);
    },
    after: (error) => {
      if (stopping) return;
      log.warn({ err: error }, 'the credentials at the broker are compared again');
      timer ??= setTimeout(again.now, againMs).unref();
    },
    stop: () => {
      stopping = true;
      if (timer) clearTimeout(timer);
    },
  };
  return again;
}
