import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { killWhileIssuing } from './issue/faults.ts';

const killsDefault = 200;
const faultsShown = 20;
const readyWithinMs = 10_000;

export const experiment: Experiment = {
  name: 'faults-issue',
  summary: 'Kills the server at random moments while registration keys are issued: nothing lost, nothing doubled',
  debianPackages: [],
  run: async ({ seed, rounds, folder, say }) => {
    await buildWeb(say);
    const { faults, figures, slowestReadyMs } = await killWhileIssuing({
      dataDir: folder,
      seed,
      kills: rounds ?? killsDefault,
      say,
    });
    for (const [name, figure] of Object.entries(figures)) if (faults.length > 0) say(`${name}: ${figure}`);
    if (faults.length > 0) throw new Error(`${faults.length} faults:\n${faults.slice(0, faultsShown).join('\n')}`);
    if (slowestReadyMs > readyWithinMs) throw new Error(`ready only ${Math.round(slowestReadyMs)} ms after a kill`);
    return figures;
  },
};
