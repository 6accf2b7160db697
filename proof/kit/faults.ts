import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomInt } from 'node:crypto';
import type { Experiment } from '../../cli/experiment.ts';
import { buildWeb } from '../../cli/web-build.ts';

export type FaultRun = { dataDir: string; seed: number; kills: number; say: (line: string) => void };
export type FaultReport = { faults: string[]; figures: Record<string, number | string> };
type Kill = (run: FaultRun) => Promise<FaultReport>;

const killsDefault = 200;
const faultsShown = 20;

/** Ends a proof that found something; the first faults say what. */
export function throwFaults(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(`${faults.length} faults:\n${faults.slice(0, faultsShown).join('\n')}`);
}

/** A proof that kills the server so many times as its rounds say, and fails when anything was found. */
export function faultsExperiment(name: string, summary: string, kill: Kill): Experiment {
  return {
    name,
    summary,
    debianPackages: [],
    run: async ({ seed, rounds, folder, say }) => {
      await buildWeb(say);
      const { faults, figures } = await kill({ dataDir: folder, seed, kills: rounds ?? killsDefault, say });
      for (const [what, figure] of Object.entries(figures)) if (faults.length > 0) say(`${what}: ${figure}`);
      throwFaults(faults);
      return figures;
    },
  };
}

/** A few rounds of it for a test, on data of their own, with a seed that is named where they fail. */
export async function shortRound(name: string, kills: number, kill: Kill): Promise<FaultReport> {
  const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
  const dataDir = await mkdtemp(join(tmpdir(), `engawa-${name}-`));
  const again = `again with: ./engawa proof ${name} --rounds ${kills} --seed ${seed}`;
  try {
    const report = await kill({ dataDir, seed, kills, say: () => undefined });
    if (report.faults.length > 0) throw new Error(report.faults.slice(0, faultsShown).join('\n'));
    return report;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}; ${again}`, { cause: error });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
