import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../../server/config.ts';
import type { App } from '../../server/kernel/app.ts';
import { isDatabaseAway } from '../../server/kernel/database.ts';
import { silentLog } from '../../server/kernel/log.ts';
import { withApp } from '../../server/workbench.ts';

const openWithinMs = 120_000;
const againMs = 200;

/**
 * Lends the database and keys of the server that runs on this data folder, as the commands of `./engawa` get them. A database that was killed is
 * waited for until it is up again.
 */
export async function beside<T>(
  dataDir: string,
  use: (app: App) => Promise<T>,
  env: Record<string, string> = {},
): Promise<T> {
  const read = readConfig({ ENGAWA_DATA_DIR: dataDir, ...env });
  if (!read.ok) throw new Error(read.faults.map((fault) => fault.sentence).join('\n'));
  const { config } = read;
  const untilMs = performance.now() + openWithinMs;
  let begun = false;
  const once = () =>
    withApp(config, silentLog, (app) => {
      begun = true;
      return use(app);
    });
  for (;;) {
    try {
      return await once();
    } catch (error) {
      if (begun || !isDatabaseAway(error) || performance.now() > untilMs) throw error;
      await sleep(againMs);
    }
  }
}
