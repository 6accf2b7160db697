import type { Experiment } from '../cli/experiment.ts';
import { importers } from '../server/capabilities.ts';
import { openJobDatabase } from '../server/kernel/database.ts';
import { silentLog } from '../server/kernel/log.ts';
import { runNextImport } from '../server/imports/run.ts';
import { findRunningDatabase } from '../server/kernel/embedded-postgres/borrow.ts';
import { beside } from '../proof/kit/beside.ts';
import { seededRandom } from '../proof/kit/random.ts';
import { confirmedFile, newIssuer, showResult } from './bulk/file.ts';
import { bareHmacSeconds, openBareTables } from './bulk/limits.ts';
import { median, rounded, tableOf } from './kit/figures.ts';

const roundsDefault = 5;
const rows = 10_000;
const warmUps = 1;
const ratioLeast = 0.3;

type Round = { job: number; shown: number; hmac: number; copy: number };

export const experiment: Experiment = {
  name: 'bulk',
  summary: `${rows.toLocaleString('en')} keys from a file decided, issued and stored in one transaction, against bare HMAC and bare COPY`,
  debianPackages: [],
  run: async ({ seed, rounds: asked, folder, say }) =>
    beside(folder, async (app) => {
      const database = findRunningDatabase(folder);
      if (!database) throw new Error('no database runs');
      const jobs = openJobDatabase(database.appUrl, silentLog);
      const bare = await openBareTables(database.ownerUrl);
      const { hex } = seededRandom(seed);
      const measured: Round[] = [];
      try {
        const issuer = await newIssuer(app);
        for (let round = -warmUps; round < (asked ?? roundsDefault); round += 1) {
          const id = await confirmedFile(app, issuer, rows, hex);
          const started = performance.now();
          if (!(await runNextImport(app, jobs.db, importers))) throw new Error('there was no file to do');
          const job = (performance.now() - started) / 1000;
          const shown = await showResult(app, issuer, id, rows);
          const hmac = bareHmacSeconds(rows);
          const copy = await bare.copySeconds(id, rows);
          if (round >= 0) measured.push({ job, shown, hmac, copy });
        }
      } finally {
        await bare.close();
        await jobs.close();
      }
      const seconds = (of: (round: Round) => number) => median(measured.map(of));
      const perSecond = (of: (round: Round) => number) => Math.round(rows / seconds(of));
      const ratio = median(measured.map(({ job, hmac, copy }) => (hmac + copy) / job));
      const lines: [string, (round: Round) => number][] = [
        ['decided, issued and stored', ({ job }) => job],
        ['all keys computed for the result', ({ shown }) => shown],
        ['bare HMAC, three a key', ({ hmac }) => hmac],
        ['bare COPY of the same rows, same keys', ({ copy }) => copy],
      ];
      for (const line of tableOf(
        ['', 'seconds', 'keys a second'],
        lines.map(([name, of]) => [name, rounded(seconds(of), 3), perSecond(of)]),
      ))
        say(line);
      if (ratio < ratioLeast)
        throw new Error(`${rounded(ratio)} of HMAC and COPY together; at least ${ratioLeast} is wanted`);
      return {
        rounds: measured.length,
        'seconds for 10,000 keys (median)': rounded(seconds(({ job }) => job)),
        'seconds for 10,000 keys (slowest)': rounded(Math.max(...measured.map(({ job }) => job))),
        'keys a second ÷ HMAC and COPY together (median)': rounded(ratio),
      };
    }),
};
