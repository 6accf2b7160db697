import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { startMailServer } from '../tools/test/smtp.ts';
import { beside } from './kit/beside.ts';
import { childServer } from './kit/child-server.ts';
import { raceForLicences } from './licences/race.ts';

const roundsDefault = 1_000;
const requests = 100;
const faultsShown = 20;

export const experiment: Experiment = {
  name: 'race-licences',
  summary:
    'A hundred requests want the last licence of a stock at once, all to assign it, then some to pass it on: exactly one gets it',
  debianPackages: [],
  run: async ({ seed, rounds: asked, folder, say }) => {
    const rounds = asked ?? roundsDefault;
    await buildWeb(say);
    const mail = await startMailServer();
    const server = await childServer({ dataDir: folder, env: { ENGAWA_SMTP_URL: mail.url } });
    try {
      server.spawn();
      await server.ready();
      const { faults, played, alone, against, askedAgain } = await beside(folder, (app) =>
        raceForLicences({ app, url: server.url, seed, rounds, requests, say }),
      );
      if (faults.length > 0) throw new Error(`${faults.length} faults:\n${faults.slice(0, faultsShown).join('\n')}`);
      for (const [want, won] of Object.entries(against)) if (won === 0) throw new Error(`${want} never won`);
      return {
        'rounds of each kind': played,
        'requests in each': requests,
        'won where all assigned': alone,
        'won by assigning against passing on': against.assign,
        'won by passing on against assigning': against['pass-on'],
        'requests told to come again': askedAgain,
      };
    } finally {
      await server.destroy();
      await mail.close();
    }
  },
};
