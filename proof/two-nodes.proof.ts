import type { Experiment } from '../cli/experiment.ts';
import { join } from 'node:path';
import { buildWeb } from '../cli/web-build.ts';
import { mosquittoServer } from './mosquitto/server.ts';
import { workThroughTwoNodes } from './two-nodes/run.ts';

const roundsDefault = 20;
const faultsShown = 20;

export const experiment: Experiment = {
  name: 'two-nodes',
  summary:
    'Two nodes on one database and one Mosquitto: one killed under load, both upgraded one after the other; nothing lost, nothing doubled, pages connect again',
  debianPackages: ['mosquitto', 'mosquitto-clients'],
  run: async ({ seed, rounds, folder, say }) => {
    await buildWeb(say);
    const mosquitto = await mosquittoServer(join(folder, 'mosquitto'));
    const run = { folder, seed, rounds: rounds ?? roundsDefault, mosquitto, say };
    const { faults, figures } = await workThroughTwoNodes(run);
    if (faults.length > 0) throw new Error(`${faults.length} faults:\n${faults.slice(0, faultsShown).join('\n')}`);
    return figures;
  },
};
