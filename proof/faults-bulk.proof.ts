import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { pairTrade } from './bulk/trade.ts';
import { killWhileFilesRun } from './files/faults.ts';

const killsDefault = 200;
const faultsShown = 20;

export const experiment: Experiment = {
  name: 'faults-bulk',
  summary: 'Kills the server at random moments while files of pairs are issued: each is whole or absent, and done once',
  debianPackages: [],
  run: async ({ seed, rounds, folder, say }) => {
    await buildWeb(say);
    const { faults, figures } = await killWhileFilesRun(pairTrade, {
      dataDir: folder,
      seed,
      kills: rounds ?? killsDefault,
      say,
    });
    for (const [name, figure] of Object.entries(figures)) if (faults.length > 0) say(`${name}: ${figure}`);
    if (faults.length > 0) throw new Error(`${faults.length} faults:\n${faults.slice(0, faultsShown).join('\n')}`);
    return figures;
  },
};
