import type { App } from '../kernel/app.ts';
import { openJobDatabase } from '../kernel/database.ts';
import type { Job } from '../kernel/jobs.ts';
import { runNextImport, type Importers } from './run.ts';

const fallbackWaitMs = 2_000;

export type ImportWorker = {
  /** Looks at once whether something is to be done. */
  wake(): void;
  stop(): Promise<void>;
  /** The tick of the jobs wakes it, too. */
  job: Job;
};

/** Does confirmed imports one after the other, beside other nodes that do the same. Being woken is never what makes one due. */
export function startImportWorker(app: App, databaseUrl: string, importers: Importers): ImportWorker {
  const database = openJobDatabase(databaseUrl, app.log);
  let running = true;
  let woken = false;
  let wakeUp = () => {};
  const wake = () => {
    woken = true;
    wakeUp();
  };
  const wait = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, fallbackWaitMs);
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
        while (running && (await runNextImport(app, database.db, importers)));
      } catch (error) {
        if (running) app.log.warn({ err: error }, 'looking for imports to do failed and is tried again');
      }
      if (running) await wait();
    }
  })();
  return {
    wake,
    stop: async () => {
      running = false;
      wakeUp();
      await stopped;
      await database.close();
    },
    job: { name: 'imports', run: async () => wake() },
  };
}
