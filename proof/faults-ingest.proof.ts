import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { killWhileReporting } from './ingest/faults.ts';

const killsDefault = 200;
const readings = 1_000_000;
const devices = 50;
const faultsShown = 20;

export const experiment: Experiment = {
  name: 'faults-ingest',
  summary:
    'Kills server, broker and database while gateways report a million readings, out of order and twice: nothing lost, nothing doubled',
  debianPackages: [],
  run: async ({ seed, rounds, folder, say }) => {
    await buildWeb(say);
    const kills = rounds ?? killsDefault;
    const { faults, figures } = await killWhileReporting({
      dataDir: folder,
      seed,
      kills,
      devices,
      readings,
      cutShare: 0,
      say,
    });
    if (faults.length > 0) throw new Error(`${faults.length} faults:\n${faults.slice(0, faultsShown).join('\n')}`);
    return figures;
  },
};
