import { readConfig } from '../../server/config.ts';
import type { App } from '../../server/kernel/app.ts';
import { silentLog } from '../../server/kernel/log.ts';
import { withApp } from '../../server/workbench.ts';

/** Lends the database and keys of the server that runs on this data folder, as the commands of `./engawa` get them. */
export function beside<T>(
  dataDir: string,
  use: (app: App) => Promise<T>,
  env: Record<string, string> = {},
): Promise<T> {
  const config = readConfig({ ENGAWA_DATA_DIR: dataDir, ...env });
  if (!config.ok) throw new Error(config.faults.map((fault) => fault.sentence).join('\n'));
  return withApp(config.config, silentLog, use);
}
