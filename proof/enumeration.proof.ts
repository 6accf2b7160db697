import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { checkout } from '../server/config.ts';
import { sixthSite, writeSixthSite } from '../tools/test/sixth-site.ts';
import { startMailServer } from '../tools/test/smtp.ts';
import { askInPairs } from './enumeration/rounds.ts';
import { beside } from './kit/beside.ts';
import { childServer } from './kit/child-server.ts';
import { callerAddress, fetchFrom } from './kit/fetch-from.ts';
import { seededRandom } from './kit/random.ts';

const pairsDefault = 1_000;
const callers = 100;
const atOnce = 4;
const faultsShown = 20;
/** Chance is 50; of 1,000 pairs that tell nothing one in a thousand questions comes out further away than this. */
const guessedRightMax = 56;

export const experiment: Experiment = {
  name: 'enumeration',
  summary:
    'Login, reset, reminder, code, sign-up and change of address answer alike whether there is an account or not, and registration whether there is a device',
  debianPackages: [],
  run: async ({ seed, rounds, folder, say }) => {
    await buildWeb(say);
    const dataDir = join(folder, 'data');
    const env = { ENGAWA_SITES_DIR: join(folder, 'sites') };
    await mkdir(dataDir);
    await cp(join(checkout, 'sites'), env.ENGAWA_SITES_DIR, { recursive: true });
    await writeSixthSite(join(env.ENGAWA_SITES_DIR, sixthSite));
    const mail = await startMailServer();
    const server = await childServer({ dataDir, env: { ...env, ENGAWA_SMTP_URL: mail.url } });
    try {
      server.spawn();
      await server.ready();
      const ways = Array.from({ length: callers }, (_, index) => fetchFrom(callerAddress(index)));
      const sendOf = (index: number) => onConnectionOfItsOwn(ways[index % callers] ?? fetch);
      const pairs = rounds ?? pairsDefault;
      const random = seededRandom(seed);
      const { faults, guessedRight } = await beside(
        dataDir,
        (app) => askInPairs({ url: server.url, app, byMail: sixthSite, random, sendOf, rounds: pairs, atOnce, say }),
        env,
      );
      for (const [name, percent] of Object.entries(guessedRight))
        if (percent > guessedRightMax || percent < 100 - guessedRightMax)
          faults.push(`${name}: the time alone tells it in ${percent} % of the cases`);
      if (faults.length > 0) throw new Error(`${faults.length} faults:\n${faults.slice(0, faultsShown).join('\n')}`);
      const figures = Object.entries(guessedRight).map(([name, percent]) => [`${name}, guessed by time in %`, percent]);
      return { 'pairs for each question': pairs, ...Object.fromEntries(figures) };
    } finally {
      await server.destroy();
      await mail.close();
    }
  },
};

/** A connection kept open may be closed by the server in the very moment of its next use. */
function onConnectionOfItsOwn(send: typeof fetch): typeof fetch {
  return (input, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('connection', 'close');
    return send(input, { ...init, headers });
  };
}
