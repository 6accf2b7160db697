import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { startMailServer } from '../tools/test/smtp.ts';
import { beside } from './kit/beside.ts';
import { childServer } from './kit/child-server.ts';
import { seededRandom } from './kit/random.ts';
import { raceFiles } from './race/files.ts';
import { raceForKeys } from './race/rounds.ts';

const roundsDefault = 1_000;
const requests = 100;
/** One address may upload so many files a minute. */
const fileRounds = 25;
const faultsShown = 20;

export const experiment: Experiment = {
  name: 'race',
  summary: 'A hundred organizations want one activation key at once, each for its own device: exactly one gets it',
  debianPackages: [],
  run: async ({ seed, rounds, folder, say }) => {
    await buildWeb(say);
    const mail = await startMailServer();
    const server = await childServer({ dataDir: folder, env: { ENGAWA_SMTP_URL: mail.url } });
    try {
      server.spawn();
      await server.ready();
      const { faults, won, refused } = await beside(folder, (app) =>
        raceForKeys({
          server: { url: server.url, mail },
          app,
          rounds: rounds ?? roundsDefault,
          requests,
          companies: requests,
          random: seededRandom(seed),
          say,
        }),
      );
      if (faults.length > 0) throw new Error(`${faults.length} faults:\n${faults.slice(0, faultsShown).join('\n')}`);
      const files = await beside(folder, (app) =>
        raceFiles({
          server: { url: server.url, mail },
          app,
          rounds: Math.min(rounds ?? fileRounds, fileRounds),
          random: seededRandom(`${seed} files`),
        }),
      );
      if (files.faults.length > 0) throw new Error(`${files.faults.length} faults:\n${files.faults.join('\n')}`);
      return {
        rounds: rounds ?? roundsDefault,
        'requests in each': requests,
        'requests that won': won,
        'requests refused': refused,
        ...Object.fromEntries(
          Object.entries(files.won).map(([name, count]) => [`races of files won by the ${name}`, count]),
        ),
      };
    } finally {
      await server.destroy();
      await mail.close();
    }
  },
};
