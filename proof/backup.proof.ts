import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { backUpWhileIssuing } from './backup/run.ts';

const roundsDefault = 10;
const faultsShown = 20;

export const experiment: Experiment = {
  name: 'backup',
  summary:
    'Backups while keys are issued: restored, each is its moment row for row, and with the journal every key that was told',
  debianPackages: [],
  run: async ({ seed, rounds, folder, say }) => {
    await buildWeb(say);
    const { faults, figures } = await backUpWhileIssuing({ folder, seed, rounds: rounds ?? roundsDefault, say });
    if (faults.length > 0) throw new Error(`${faults.length} faults:\n${faults.slice(0, faultsShown).join('\n')}`);
    return figures;
  },
};
