import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { childServer } from '../kit/child-server.ts';
import type { Random } from '../kit/random.ts';

const killWithinMs = 2_500;
const readyWithinMs = 10_000;

export type StartFaults = { faults: string[]; killedBeforeReady: number; readyMs: number[] };

/**
 * Kills the very first start on an empty data folder, which makes database, tables and keys, at a random moment; the next
 * one must make a whole of whatever it got done. Each round has a folder of its own.
 */
export async function killFirstStarts(folder: string, rounds: number, random: Random): Promise<StartFaults> {
  const result: StartFaults = { faults: [], killedBeforeReady: 0, readyMs: [] };
  for (let round = 0; round < rounds; round += 1) {
    const dataDir = join(folder, `start-${round}`);
    await mkdir(dataDir);
    const server = await childServer({ dataDir });
    const afterMs = random.below(killWithinMs);
    const kind = random.chance(0.5) ? 'both' : 'server';
    try {
      server.spawn();
      await sleep(afterMs);
      if (!(await server.isReady())) result.killedBeforeReady += 1;
      await server.kill(kind);
      server.spawn();
      result.readyMs.push(await server.ready(readyWithinMs));
      const site = await fetch(`${server.url}/api/conference`);
      if (site.status !== 200) result.faults.push(`round ${round}: the portal answers ${site.status}`);
      const code = await server.stop();
      if (code !== 0) result.faults.push(`round ${round}: the server ended with ${code}`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      result.faults.push(`round ${round}, a kill of ${kind} after ${afterMs} ms: ${reason}`);
    } finally {
      await server.destroy();
      await rm(dataDir, { recursive: true, force: true });
    }
  }
  return result;
}
