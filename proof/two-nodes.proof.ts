import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { workThroughTwoNodes } from './two-nodes/run.ts';

const roundsDefault = 20;
const faultsShown = 20;

export const experiment: Experiment = {
  name: 'two-nodes',
  summary:
    'Two nodes on one database: one killed under load, both upgraded one after the other; nothing lost, nothing doubled',
  debianPackages: [],
  run: async ({ seed, rounds, folder, say }) => {
    await buildWeb(say);
    const { faults, figures } = await workThroughTwoNodes({ folder, seed, rounds: rounds ?? roundsDefault, say });
    if (faults.length > 0) throw new Error(`${faults.length} faults:\n${faults.slice(0, faultsShown).join('\n')}`);
    return figures;
  },
};
