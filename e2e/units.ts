import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningUnit } from '../edge/pages/serve.ts';
import { runUnit } from '../edge/unit/simulate.ts';
import { factoryFileOf } from '../server/registration-keys/factory.ts';
import type { TestServer } from '../tools/test/server.ts';

/** Simulated units of one journey, made by the factory and gone afterwards. */
export type Units = { make: (deviceId: string, category?: string) => Promise<string>; close: () => Promise<void> };

export async function unitFactory({ app }: Pick<TestServer, 'app'>): Promise<Units> {
  const folder = await mkdtemp(join(tmpdir(), 'engawa-units-'));
  const running: RunningUnit[] = [];
  return {
    make: async (deviceId, category = 'conference-unit') => {
      const site = app.sites.get('conference');
      const made = site && (await factoryFileOf(app, site, category, deviceId));
      if (!made?.ok) throw new Error('no factory file');
      const factoryFile = join(folder, `${deviceId}.json`);
      await writeFile(factoryFile, JSON.stringify(made.value));
      const unit = await runUnit({ factoryFile, stateFile: join(folder, `${deviceId}.state.json`), port: 0 });
      running.push(unit);
      return unit.url;
    },
    close: async () => {
      for (const unit of running) await unit.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
