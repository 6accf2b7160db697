import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { killWhileTrading } from './licences/faults.ts';

const killsDefault = 200;
const faultsShown = 20;

export const experiment: Experiment = {
  name: 'faults-licences',
  summary:
    'Kills server and database while licences are bought, passed on, assigned, planned, moved and end: the ledger balances in every snapshot, nothing lost, nothing doubled',
  debianPackages: [],
  run: async ({ seed, rounds, folder, say }) => {
    await buildWeb(say);
    const { faults, figures } = await killWhileTrading({ dataDir: folder, seed, kills: rounds ?? killsDefault, say });
    for (const [name, figure] of Object.entries(figures)) if (faults.length > 0) say(`${name}: ${figure}`);
    if (faults.length > 0) throw new Error(`${faults.length} faults:\n${faults.slice(0, faultsShown).join('\n')}`);
    return figures;
  },
};
