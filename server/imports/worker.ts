import type { App } from '../kernel/app.ts';
import { openJobDatabase } from '../kernel/database.ts';
import type { Job } from '../kernel/jobs.ts';
import { startWakeable, type Wakeable } from '../kernel/wakeable.ts';
import { waitsWorker } from '../kernel/waits.ts';
import { retryWaitsMs, runNextImport, type Importers } from './run.ts';

const fallbackWaitMs = 2_000;

export const importWaits = waitsWorker('imports', { table: 'import_progress', tries: 'attempts' }, retryWaitsMs);

export type ImportWorker = Wakeable & {
  /** The tick of the jobs wakes it, too. */
  job: Job;
};

/** Does confirmed imports one after the other, beside other nodes that do the same. Being woken is never what makes one due. */
export function startImportWorker(app: App, databaseUrl: string, importers: Importers): ImportWorker {
  const database = openJobDatabase(databaseUrl, app.log);
  const loop = startWakeable(
    async (running) => {
      while (running() && (await app.watchRun('imports', () => runNextImport(app, database.db, importers))));
    },
    { everyMs: fallbackWaitMs, log: app.log, failed: 'looking for imports to do failed and is tried again' },
  );
  return {
    ...loop,
    stop: () => loop.stop().then(() => database.close()),
    job: { name: 'imports-woken', run: async () => loop.wake() },
  };
}
