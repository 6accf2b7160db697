import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { playYear } from './licences-year/play.ts';

const customersDefault = 1_000;
const camerasOfCustomer = 20;
const downtimes = 12;
const samples = 12;
const stepHoursMax = 36;

export const experiment: Experiment = {
  name: 'licences-year',
  summary:
    'A year of customers and cameras on a moved clock with random downtimes: every reminder once, every expiry at its moment, no camera with two licences',
  debianPackages: [],
  run: async ({ seed, rounds, folder, say }) => {
    await buildWeb(say);
    const customers = rounds ?? customersDefault;
    const env = { ENGAWA_DATA_DIR: folder };
    const run = { env, seed, customers, cameras: customers * camerasOfCustomer, samples, stepHoursMax, downtimes, say };
    const { faults, figures } = await playYear(run);
    if (faults.length > 0) throw new Error(`${faults.length} faults:\n${faults.join('\n')}`);
    return figures;
  },
};
