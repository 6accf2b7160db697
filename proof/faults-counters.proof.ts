import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { killWhileCounting } from './counters/faults.ts';

const killsDefault = 200;
const devices = 20;
const messagesPerKill = 10;
const messagesMin = 500;
const faultsShown = 20;

export const experiment: Experiment = {
  name: 'faults-counters',
  summary:
    'Kills server and database while printers report counters, out of order and twice: days, months and ledger are those of what was acknowledged',
  debianPackages: [],
  run: async ({ seed, rounds, folder, say }) => {
    await buildWeb(say);
    const kills = rounds ?? killsDefault;
    const messages = Math.max(messagesMin, kills * messagesPerKill);
    const run = { dataDir: folder, seed, kills, devices, messages, cutShare: 0, say };
    const { faults, figures } = await killWhileCounting(run);
    if (faults.length > 0) throw new Error(`${faults.length} faults:\n${faults.slice(0, faultsShown).join('\n')}`);
    return figures;
  },
};
