import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { attackIsolation } from './isolation/attack.ts';
import { throwFaults } from './kit/faults.ts';

const roundsDefault = 3;

export const experiment: Experiment = {
  name: 'attacks-isolation',
  summary:
    'Every route × actor × thing of others: read like unknown ones, also under load and kills, and a canary shows nowhere',
  debianPackages: [],
  run: async ({ seed, rounds, folder, say }) => {
    await buildWeb(say);
    const { faults, figures } = await attackIsolation({ dataDir: folder, seed, rounds: rounds ?? roundsDefault, say });
    throwFaults(faults);
    return figures;
  },
};
