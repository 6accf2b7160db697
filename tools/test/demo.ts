import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../server/config.ts';
import type { DemoSite } from '../../server/demo/demo.ts';
import { silentLog } from '../../server/kernel/log.ts';
import { startServer } from '../../server/main.ts';

export type RunningDemo = { url: string; sites: readonly DemoSite[] };

/** The demo in this process, on a data folder of its own that goes away with it; without its simulated devices. `sitesDir` is where its sites lie, if not in the checkout. */
export async function withDemo<T>(use: (demo: RunningDemo) => Promise<T>, sitesDir?: string): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'engawa-demo-'));
  const config = readConfig({
    PORT: '0',
    ENGAWA_MQTT_PORT: '0',
    ENGAWA_DATA_DIR: dataDir,
    ...(sitesDir !== undefined && { ENGAWA_SITES_DIR: sitesDir }),
  });
  if (!config.ok) throw new Error('the settings of the demo are wrong');
  const server = await startServer({ config: config.config, demo: true, log: silentLog });
  try {
    const sites = server.demo ?? [];
    if (sites.length === 0) throw new Error('the demo has no site');
    return await use({ url: server.url, sites });
  } finally {
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
