import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from './app.ts';

/**
 * Work that does not wait for the minute's tick: asked again and again on every node, so it takes care itself that no two do the same.
 * `work` says whether there may be more to do at once.
 */
export type Worker = {
  name: string;
  /** The job that several of them do together; by itself each is its own. */
  job?: string;
  everyMs: number;
  work(app: App, now: Date): Promise<boolean>;
};

export type RunningWorkers = { stop(): Promise<void> };

/** Runs the workers beside each other; what one failed at is tried again at its next turn. */
export function startWorkers(app: App, workers: readonly Worker[]): RunningWorkers {
  const stopping = new AbortController();
  const all = workers.map((worker) => run(app, worker, stopping.signal));
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(all);
    },
  };
}

async function run(app: App, worker: Worker, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    let more = false;
    try {
      more = await app.watchRun(worker.job ?? worker.name, () => worker.work(app, app.clock.now()));
    } catch (error) {
      if (signal.aborted) break;
      app.metrics.count('engawa_jobs_failed_total', { job: worker.name });
      app.log.warn({ err: error, worker: worker.name }, 'a worker failed and is tried again');
    }
    if (!more) await sleep(worker.everyMs, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
