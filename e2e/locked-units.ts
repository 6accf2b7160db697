import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningUnit } from '../edge/pages/serve.ts';
import { runLockedUnit } from '../edge/ups/simulate.ts';
import { unlockFactoryFileOf } from '../server/unlock-codes/factory.ts';
import { siteOf } from '../tools/test/organizations.ts';
import type { TestServer } from '../tools/test/server.ts';
import { button, type Someone } from './people.ts';

export type LockedUnit = { url: () => string; cutPower: () => Promise<void> };

/** Simulated UPS of one journey, made by the factory and gone afterwards. */
export type LockedUnits = {
  make: (serial: string, model?: string, now?: () => Date) => Promise<LockedUnit>;
  close: () => Promise<void>;
};

export async function lockedUnitFactory(server: Pick<TestServer, 'app'>, siteId = 'ups'): Promise<LockedUnits> {
  const folder = await mkdtemp(join(tmpdir(), 'engawa-locked-units-'));
  const running = new Set<RunningUnit>();
  return {
    make: async (serial, model = 'SB1500-R', now = () => new Date()) => {
      const unit = { model, serial, version: null, hold: 'secret' } as const;
      const made = await unlockFactoryFileOf(server.app, siteOf(server, siteId), unit);
      if (!made.ok) throw new Error(`no factory file: ${made.code}`);
      const factoryFile = join(folder, `${serial}.json`);
      const stateFile = join(folder, `${serial}.state.json`);
      await writeFile(factoryFile, JSON.stringify(made.value));
      const start = async () => {
        const started = await runLockedUnit({ factoryFile, stateFile, port: 0, now });
        running.add(started);
        return started;
      };
      let on = await start();
      return {
        url: () => on.url,
        cutPower: async () => {
          running.delete(on);
          await on.close();
          on = await start();
        },
      };
    },
    close: async () => {
      for (const unit of running) await unit.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Types a code into a UPS at its own page and gives what it says: of the code, or how long to wait. */
export async function typeCode(someone: Someone, unit: LockedUnit, code: string): Promise<string> {
  const { page, words, language } = someone;
  await page.goto(`${unit.url()}/?lang=${language}`);
  await page.getByLabel(words('locked-unit.code'), { exact: true }).fill(code);
  await button(someone, words('locked-unit.unlock')).click();
  return page.getByRole('alert').or(page.getByRole('status')).innerText();
}
