import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { startMailServer } from '../tools/test/smtp.ts';
import { readAsAnother } from './isolation/reading.ts';
import { beside } from './kit/beside.ts';
import { childServer } from './kit/child-server.ts';
import { seededRandom } from './kit/random.ts';

const roundsDefault = 500;
const faultsShown = 20;

export const experiment: Experiment = {
  name: 'isolation-reading',
  summary:
    "Another organization's device IDs, keys and texts read like ones never used, in status, body, length and time",
  debianPackages: [],
  run: async ({ seed, rounds, folder, say }) => {
    await buildWeb(say);
    const mail = await startMailServer();
    const server = await childServer({ dataDir: folder, env: { ENGAWA_SMTP_URL: mail.url } });
    try {
      server.spawn();
      await server.ready();
      const { faults, compared, distances } = await beside(folder, (app) =>
        readAsAnother({
          server: { url: server.url, mail },
          app,
          rounds: rounds ?? roundsDefault,
          random: seededRandom(seed),
          say,
        }),
      );
      if (faults.length > 0) throw new Error(`${faults.length} faults:\n${faults.slice(0, faultsShown).join('\n')}`);
      return { rounds: rounds ?? roundsDefault, 'answers compared': compared, ...distances };
    } finally {
      await server.destroy();
      await mail.close();
    }
  },
};
