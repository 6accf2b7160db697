import type { Experiment } from '../cli/experiment.ts';
import { startEmbeddedPostgres } from '../server/kernel/embedded-postgres.ts';
import { migrate } from '../server/kernel/migrate.ts';
import { tamper } from './audit/play.ts';

const roundsDefault = 10_000;
const events = 200;
const faultsShown = 20;

export const experiment: Experiment = {
  name: 'audit',
  summary:
    'The owner of the database changes, removes, reorders or cuts the audit log: every time it is found, and where',
  debianPackages: [],
  run: async ({ seed, rounds, folder }) => {
    const cluster = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
    try {
      await migrate(cluster.ownerUrl);
      const play = {
        appUrl: cluster.appUrl,
        ownerUrl: cluster.ownerUrl,
        seed,
        rounds: rounds ?? roundsDefault,
        events,
      };
      const { faults, found } = await tamper(play);
      if (faults.length > 0) throw new Error(`${faults.length} faults:\n${faults.slice(0, faultsShown).join('\n')}`);
      return found;
    } finally {
      await cluster.stop();
    }
  },
};
