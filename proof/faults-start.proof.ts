import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { seededRandom } from './kit/random.ts';
import { killFirstStarts } from './start/rounds.ts';

const roundsDefault = 100;

export const experiment: Experiment = {
  name: 'faults-start',
  summary: 'Kills the very first start at random moments: the next one always finishes what was begun',
  debianPackages: [],
  run: async ({ seed, rounds, folder, say }) => {
    await buildWeb(say);
    const { faults, killedBeforeReady, readyMs } = await killFirstStarts(
      folder,
      rounds ?? roundsDefault,
      seededRandom(seed),
    );
    if (faults.length > 0) throw new Error(`${faults.length} faults:\n${faults.join('\n')}`);
    return {
      'first starts killed': readyMs.length,
      'of these before they were ready': killedBeforeReady,
      'the next one was ready after, ms (slowest)': Math.round(Math.max(...readyMs)),
    };
  },
};
